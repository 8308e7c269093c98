import { Button } from '@/components/button';
import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import { SelectField, TextArea, TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { urgencies } from '@/lib/orders/status';
import type { FormView } from '../../_shell/form-values';
import type { Translate } from '../../_shell/translate';
import { itemOptions } from '../queue-filter';
import { ShiftFields } from '../shift-fields';
import { shiftNames } from '../shift-times';
import { ActionForm, type OnOrder } from './action-form';
import { HandlerFields, OfferFields } from './handler-fields';
import type { Choices } from './load-order';

interface Props {
  order: OrderDetail;
  on: OnOrder;
  choices: Choices;
  view: FormView;
  action: (form: FormData) => Promise<void>;
  locale: Locale;
  t: Translate;
}

export const dispatchControls = {
  handler: 'handler',
  cells: 'cells',
  item: 'item',
  shiftStartsAt: 'shiftStartsAt',
  shiftEndsAt: 'shiftEndsAt',
  urgency: 'urgency',
  place: 'place.address',
  about: 'about.words',
  reason: 'dispatch-reason',
};

const wasTakenIn = (order: OrderDetail) => order.timeline.some((event) => event.type === 'order.classified');

/** What the order is about: item, urgency, place, whom it complains of. The first time it is said is the intake. */
function ClassifyFields({ order, choices, view, locale, t }: Omit<Props, 'action' | 'on'>) {
  const chosen = order.timeline.find((event) => event.type === 'order.submitted')?.data.wished;
  const wished = choices.items.find((item) => item.code === chosen && item.code !== order.item);
  const asksForHours = Boolean(wished || order.shift || shiftNames.some((name) => view.error(name) ?? view.text(name)));
  const urgency = order.urgency ? t(`desk.urgency.${order.urgency}`) : '';
  return (
    <>
      <input type="hidden" name="wasItem" value={order.item ?? ''} />
      <input type="hidden" name="takenIn" value={wasTakenIn(order) ? 'yes' : 'no'} />
      <SelectField
        name="item"
        label={t('desk.field.item')}
        options={itemOptions(choices.items, choices.categories, locale)}
        defaultValue={view.text('item', order.item)}
        error={view.error('item')}
      />
      {wished && (
        <Notice kind="info">
          {t('desk.dispatch.wished', { item: locale === 'en' ? wished.nameEn : wished.nameZh })}
        </Notice>
      )}
      <details className="fold" open={asksForHours}>
        <summary>{t('desk.dispatch.shift')}</summary>
        <div className="stack">
          <ShiftFields view={view} shift={order.shift} t={t} />
        </div>
      </details>
      <details
        className="fold"
        open={Boolean(view.text('place.address') || view.text('about.unit') || view.text('urgency'))}
      >
        <summary>{t('desk.dispatch.correct')}</summary>
        <div className="stack">
          <SelectField
            name="urgency"
            label={t('desk.field.urgency')}
            empty={t('desk.dispatch.urgency_by_item', { urgency })}
            options={urgencies.map((value) => ({ value, label: t(`desk.urgency.${value}`) }))}
            defaultValue={view.text('urgency', '')}
            error={view.error('urgency')}
          />
          <TextField
            name="place.address"
            label={t('desk.dispatch.place')}
            note={t('common.optional')}
            hint={t('desk.dispatch.place_hint')}
            maxLength={200}
            defaultValue={view.text('place.address', '')}
            error={view.error('place')}
          />
          <SelectField
            name="about.unit"
            label={t('desk.field.about_unit')}
            note={t('common.optional')}
            empty={t('desk.dispatch.about_nobody')}
            options={choices.units.map((unit) => ({
              value: unit.code,
              label: locale === 'en' ? unit.nameEn : unit.nameZh,
            }))}
            defaultValue={view.text('about.unit', '')}
          />
          <TextField
            name="about.words"
            label={t('desk.field.about_words')}
            note={t('common.optional')}
            maxLength={limits.shortWords}
            defaultValue={view.text('about.words', '')}
            error={view.error('about')}
          />
        </div>
      </details>
    </>
  );
}

/**
 * 受理并派单 in one form. Two verbs that are never mixed: 指派, which has to be signed or returned, and 邀单, which
 * volunteers may decline (志愿服务条例 25); the one that the default table begins with stands first.
 */
export function DispatchForm(props: Props) {
  const { order, on, choices, view, action, locale, t } = props;
  const may = (name: string) => order.abilities?.includes(name) ?? false;
  const again = wasTakenIn(order);
  const assign = may('assign') && (
    <section key="assign" className="verb stack">
      <HandlerFields {...{ choices, view, locale, t }} />
      <TextArea
        name="reason"
        id="dispatch-reason"
        label={t('desk.dispatch.reason')}
        note={t('common.optional')}
        hint={t('desk.dispatch.reason_hint')}
        rows={2}
        maxLength={limits.shortWords}
        defaultValue={view.text('reason', '')}
        error={view.error('reason')}
      />
      <Button name="do" value="assign" kind={choices.offerFirst ? 'outline' : 'primary'} icon="user-plus">
        {t(again ? 'desk.dispatch.send_assign' : 'desk.dispatch.take_and_assign')}
      </Button>
    </section>
  );
  const offer = may('offer') && (
    <section key="offer" className="verb stack">
      <OfferFields {...{ choices, view, locale, t }} />
      <TextField
        name="note"
        label={t('desk.dispatch.offer_note')}
        note={t('common.optional')}
        maxLength={200}
        defaultValue={view.text('note', '')}
      />
      <Button name="do" value="offer" kind={choices.offerFirst ? 'primary' : 'outline'} icon="hand">
        {t(again ? 'desk.dispatch.send_offer' : 'desk.dispatch.take_and_offer')}
      </Button>
    </section>
  );
  return (
    <section className="card stack" aria-labelledby="dispatch">
      <h2 id="dispatch">{t('desk.dispatch.title')}</h2>
      {view.text('stands') === 'classify' && <Notice kind="wait">{t('desk.dispatch.first_stands')}</Notice>}
      <ActionForm order={on} view={view} action={action} t={t}>
        <ClassifyFields {...{ order, choices, view, locale, t }} />
        {may('classify') && (
          <Button name="do" value="classify" kind="plain" icon="check">
            {t(again ? 'desk.dispatch.only_correct' : 'desk.dispatch.only_take')}
          </Button>
        )}
        {choices.offerFirst ? [offer, assign] : [assign, offer]}
      </ActionForm>
    </section>
  );
}
