import { Button } from '@/components/button';
import { Notice } from '@/components/notice';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { urgencies } from '@/lib/orders/status';
import type { FormView } from '../../_shell/form-values';
import type { Translate } from '../../_shell/translate';
import { KeyHint, pressed } from '../key-hint';
import { itemOptions } from '../queue-filter';
import { ShiftFields } from '../shift-fields';
import { shiftNames } from '../shift-times';
import { ActionForm, type OnOrder } from './action-form';
import type { Choices } from './load-order';
import { RecipientFields } from './recipient-fields';

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
  other: 'other',
  cells: 'offer-cells',
  item: 'item',
  shiftStartsAt: 'shiftStartsAt',
  shiftEndsAt: 'shiftEndsAt',
  urgency: 'urgency',
  place: 'place.address',
  about: 'about.words',
  reason: 'dispatch-reason',
};

const wasTakenIn = (order: OrderDetail) => order.timeline.some((event) => event.type === 'order.classified');

type FormPart = Omit<Props, 'action' | 'on'>;

/** The item, and what the resident had wished for in its place. */
function ItemField({ order, choices, view, locale, t, wished }: FormPart & { wished: Wished }) {
  return (
    <>
      <input type="hidden" name="wasItem" value={order.item ?? ''} />
      <input type="hidden" name="takenIn" value={wasTakenIn(order) ? 'yes' : 'no'} />
      <SelectField
        {...view.field('item', order.item)}
        label={t('desk.field.item')}
        options={itemOptions(choices.items, choices.categories, locale)}
      />
      {wished && (
        <Notice kind="info">
          {t('desk.dispatch.wished', { item: locale === 'en' ? wished.nameEn : wished.nameZh })}
        </Notice>
      )}
    </>
  );
}

type Wished = Choices['items'][number] | undefined;

function wishedItem(order: OrderDetail, choices: Choices): Wished {
  const chosen = order.timeline.find((event) => event.type === 'order.submitted')?.data.wished;
  return choices.items.find((item) => item.code === chosen && item.code !== order.item);
}

function ShiftFold({ order, view, t, open }: FormPart & { open: boolean }) {
  return (
    <details className="fold" open={open}>
      <summary>{t('desk.dispatch.shift')}</summary>
      <div className="stack">
        <ShiftFields view={view} shift={order.shift} t={t} />
      </div>
    </details>
  );
}

/** What else a dispatcher may set right: urgency, place, whom it complains of. */
function CorrectFold({ order, choices, view, locale, t }: FormPart) {
  const urgency = order.urgency ? t(`desk.urgency.${order.urgency}`) : '';
  return (
    <details
      className="fold"
      open={Boolean(view.text('place.address') || view.text('about.unit') || view.text('urgency'))}
    >
      <summary>{t('desk.dispatch.correct')}</summary>
      <div className="stack">
        <SelectField
          {...view.field('urgency')}
          label={t('desk.field.urgency')}
          empty={t('desk.dispatch.urgency_by_item', { urgency })}
          options={urgencies.map((value) => ({ value, label: t(`desk.urgency.${value}`) }))}
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
  );
}

/** Words that go along: the reason of an assignment, or what volunteers read. Only the chosen one is shown. */
function WordsFields({ view, t, may }: FormPart & { may: { assign: boolean; offer: boolean } }) {
  return (
    <>
      {may.assign && (
        <div className="for-assign">
          <PageTextArea
            {...view.field('reason')}
            id="dispatch-reason"
            label={t('desk.dispatch.reason')}
            note={t('common.optional')}
            hint={t('desk.dispatch.reason_hint')}
            rows={2}
            maxLength={limits.shortWords}
          />
        </div>
      )}
      {may.offer && (
        <div className="for-offer">
          <TextField
            name="note"
            label={t('desk.dispatch.offer_note')}
            note={t('common.optional')}
            maxLength={200}
            defaultValue={view.text('note', '')}
          />
        </div>
      )}
    </>
  );
}

/**
 * 受理并派单: what it is, who gets it, one button. The action behind it sees from the choice whether it is an order to
 * somebody or an offer to volunteers.
 */
export function DispatchForm(props: Props) {
  const { order, on, choices, view, action, locale, t } = props;
  const can = (name: string) => order.abilities?.includes(name) ?? false;
  const may = { assign: can('assign'), offer: can('offer') };
  const again = wasTakenIn(order);
  const wished = wishedItem(order, choices);
  const asksForHours = Boolean(wished || order.shift || shiftNames.some((name) => view.error(name) ?? view.text(name)));
  return (
    <section className="card stack act" aria-labelledby="dispatch">
      <h2 id="dispatch">{t('desk.dispatch.title')}</h2>
      {view.text('stands') === 'classify' && <Notice kind="wait">{t('desk.dispatch.first_stands')}</Notice>}
      <ActionForm order={on} view={view} action={action} t={t}>
        <ItemField {...props} wished={wished} />
        {asksForHours && <ShiftFold {...props} open />}
        <RecipientFields {...{ choices, view, may, locale, t }} />
        <WordsFields {...props} may={may} />
        <p className="act-send">
          <Button name="do" value="send" icon="user-plus" wide data-send {...pressed('a')}>
            {t(again ? 'desk.dispatch.send' : 'desk.dispatch.take_and_send')} <KeyHint keys="Alt A" onDark />
          </Button>
        </p>
        <div className="folds-in">
          {!asksForHours && <ShiftFold {...props} open={false} />}
          <CorrectFold {...props} />
          {can('classify') && (
            <Button name="do" value="classify" kind="plain" icon="check">
              {t(again ? 'desk.dispatch.only_correct' : 'desk.dispatch.only_take')}
            </Button>
          )}
        </div>
      </ActionForm>
    </section>
  );
}
