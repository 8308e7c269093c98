import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { OrderAsks } from '@/lib/orders/queries/order-asks';
import { formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import type { Translate } from '../../_shell/translate';
import type { OnOrder } from './action-form';
import { grantAction, refuseAction, refuseSuspensionAction, resumeAction, suspendAction } from './clock-actions';
import {
  clockControls,
  GrantForm,
  RefuseForm,
  RefuseSuspensionForm,
  ResumeForm,
  SuspendForm,
  SuspensionFacts,
} from './clock-forms';

interface Props {
  order: OrderDetail;
  asks: OrderAsks | null;
  on: OnOrder;
  kept: KeptForm | null;
  now: number;
  locale: Locale;
  t: Translate;
}

/** What the handler asks for stands open on top, for who may decide it; for the others it says whose it is. */
export function AskedActs(props: Props) {
  const { order, asks, kept, t } = props;
  if (!asks) return null;
  const may = (action: string) => order.abilities?.includes(action) ?? false;
  const { extension, suspension } = asks;
  return (
    <>
      {extension && may('grant-extension') && (
        <>
          <GrantForm
            {...props}
            asks={asks}
            view={formView('grant', kept, clockControls.grant)}
            action={grantAction}
            lead
          />
          <section className="card folds" aria-label={t('desk.refuse.title')}>
            <RefuseForm
              {...props}
              asks={asks}
              view={formView('refuse', kept, clockControls.refuse)}
              action={refuseAction}
            />
          </section>
        </>
      )}
      {extension && !may('grant-extension') && (
        <Notice kind="wait">
          {t(extension.street ? 'desk.asked.extension_street' : 'desk.asked.extension', { days: extension.days })}
        </Notice>
      )}
      {suspension && may('suspend') && (
        <>
          <SuspendForm
            {...props}
            asks={asks}
            view={formView('suspend', kept, clockControls.suspend)}
            action={suspendAction}
            lead
          />
          <section className="card folds" aria-label={t('desk.refuse_suspension.title')}>
            <RefuseSuspensionForm
              {...props}
              asks={asks}
              view={formView('refuse_suspension', kept, clockControls.refuseSuspension)}
              action={refuseSuspensionAction}
            />
          </section>
        </>
      )}
      {suspension && !may('suspend') && <Notice kind="wait">{t('desk.asked.suspension')}</Notice>}
      {asks.running && (
        <section className="card stack" aria-label={t('desk.suspend.title')}>
          <SuspensionFacts {...props} asks={asks} />
        </section>
      )}
    </>
  );
}

/** 挂起 that nobody asked for, and 解挂, among the other ways. */
export function ClockFolds(props: Props) {
  const { order, asks, kept } = props;
  if (!asks) return null;
  const may = (action: string) => order.abilities?.includes(action) ?? false;
  return (
    <>
      {may('suspend') && !asks.suspension && (
        <SuspendForm
          {...props}
          asks={asks}
          view={formView('suspend', kept, clockControls.suspend)}
          action={suspendAction}
        />
      )}
      {may('resume') && (
        <ResumeForm
          {...props}
          asks={asks}
          view={formView('resume', kept, clockControls.resume)}
          action={resumeAction}
        />
      )}
    </>
  );
}
