import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { ErrorSummary } from '@/components/error-summary';
import { Icon } from '@/components/icon';
import { PageFileField } from '@/components/page-file-field';
import type { Locale } from '@/components/preferences';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { formatDuration, formatWhen } from '../_order/when';
import { type FormView, formView } from '../_shell/form-values';
import type { KeptForm } from '../_shell/kept';
import { KeptPhotos } from '../_shell/kept-photos';
import type { Translate } from '../_shell/translate';
import { onSite } from './on-site';
import { OrderFields } from './order-fields';
import { PositionButton } from './position-button';
import { orderPath, sides, type TaskSide } from './sides';
import { KeptTask } from './task-outbox';

const controls = { pointCode: 'pointCode', reason: 'presence-reason', 'photo.photo': 'photo.photo' };

interface Props {
  order: OrderDetail;
  side: TaskSide;
  kept: KeptForm | null;
  personId: string;
  now: number;
  locale: Locale;
  t: Translate;
}

/** 我到了 and 离开: by position when the phone gives one, else by the building's code, else by a reason. */
export function ArriveForm({ order, side, kept, personId, now, locale, t }: Props) {
  const site = onSite(order.timeline);
  const act = site.since === null ? 'arrive' : 'leave';
  const view = formView(act, kept, controls);
  const needsPhoto = act === 'arrive' && order.clock.milestone?.kind === 'safe' && !order.clock.milestone.metAt;
  return (
    <section id="arrive">
      <Card>
        <h2 className="card-title">{t(`work.${act}.title`)}</h2>
        {site.since !== null && (
          <p>
            {t('work.leave.since', {
              when: formatWhen(site.since, now, locale),
              duration: formatDuration(now - site.since, t),
            })}
          </p>
        )}
        {side === 'handle' && site.visits > 0 && (
          <p className="quiet small">{t('work.leave.sum', { visits: site.visits, minutes: site.minutes })}</p>
        )}
        <form
          key={view.key}
          action={`${sides[side].base}/evidence/${order.code}/${act}`}
          method="post"
          encType="multipart/form-data"
          className="stack"
        >
          <PresenceFields {...{ act, view, needsPhoto, kept, again: site.arrived, t }} />
          <KeptTask form={act} personId={personId} code={order.code} t={t} />
          <OrderFields order={order} side={side} />
        </form>
        {!site.arrived && (
          <p className="card-foot">
            <a href={`${orderPath(side, order.code)}/finish`}>{t('work.finish.without_going')}</a>
          </p>
        )}
      </Card>
    </section>
  );
}

function PresenceFields(props: {
  act: 'arrive' | 'leave';
  view: FormView;
  kept: KeptForm | null;
  needsPhoto: boolean;
  again: boolean;
  t: Translate;
}) {
  const { act, view, t } = props;
  const isLocated = Boolean(view.text('lat'));
  return (
    <>
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      {isLocated && <p className="quiet small">{t('work.arrive.located')}</p>}
      {props.needsPhoto && (
        <>
          <PageFileField
            name="photo.photo"
            capture
            label={t('work.arrive.safe_photo')}
            error={view.error('photo.photo')}
          />
          <KeptPhotos ids={view.list('kept.photo')} kind="photo" t={t} />
        </>
      )}
      <div className="stack-tight">
        <PositionButton
          icon={<Icon name="map-pin" />}
          label={t(`work.${act}.by_position`)}
          waiting={t('work.arrive.waiting')}
          failed={t('work.arrive.failed')}
          kind={act === 'arrive' && !props.again ? 'primary' : 'outline'}
        />
        <p className="quiet small">{t('work.arrive.consent')}</p>
      </div>
      <details open={view.refused}>
        <summary>{t('work.arrive.otherwise')}</summary>
        <div className="stack">
          <TextField
            {...view.field('pointCode')}
            label={t('work.arrive.code')}
            hint={t('work.arrive.code_hint')}
            maxLength={24}
            autoComplete="off"
            autoCapitalize="characters"
          />
          <TextField
            {...view.field('reason')}
            id="presence-reason"
            label={t('work.arrive.reason')}
            hint={t('work.arrive.reason_hint')}
            maxLength={limits.shortWords}
          />
          <Button kind="outline" icon={act === 'arrive' ? 'check' : 'log-out'}>
            {t(`work.${act}.send`)}
          </Button>
        </div>
      </details>
      <input type="hidden" name="lat" defaultValue={view.text('lat', '')} />
      <input type="hidden" name="lng" defaultValue={view.text('lng', '')} />
    </>
  );
}
