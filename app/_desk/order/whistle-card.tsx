import { Card } from '@/components/card';
import { Chip } from '@/components/chip';
import { CheckboxGroup, RadioCards } from '@/components/choice-fields';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { TextField } from '@/components/text-fields';
import { rfc3339 } from '@/lib/kernel/clock';
import { limits } from '@/lib/orders/input';
import type { CallableUnit } from '@/lib/orders/queries/callable-units';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { WhistleView } from '@/lib/orders/queries/whistles-of';
import { formatWhen } from '../../_order/when';
import { formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { shanghaiField } from '../shift-times';
import { FoldedForm, type OnOrder } from './action-form';
import { callUnitsAction, unitArrivalAction } from './street-actions';

const controls = {
  whistle: { units: 'units', arriveBy: 'arriveBy', reason: 'whistle-reason' },
  arrival: { unit: 'unit', arrivedAt: 'arrivedAt', words: 'arrival-words' },
};

interface Props {
  order: OrderDetail;
  on: OnOrder;
  /** Whom the reader may call; null for who may not. */
  callable: CallableUnit[] | null;
  kept: KeptForm | null;
  now: number;
  locale: Locale;
  t: Translate;
}

/** Danger: half an hour (3.12). Else the desk says until when; three hours are proposed. */
const proposed = (order: OrderDetail): number => {
  const escalated = order.timeline.findLast(({ type }) => type === 'order.escalated');
  return (escalated?.data.kind === 'emergency' ? 30 : 180) * 60_000;
};

function stateChip(call: WhistleView, t: Translate) {
  if (call.arrivedAt && !call.late)
    return (
      <Chip tone="green" icon="circle-check">
        {t('desk.whistle.came')}
      </Chip>
    );
  if (!call.late)
    return (
      <Chip tone="info" icon="hourglass">
        {t('desk.whistle.awaited')}
      </Chip>
    );
  return (
    <Chip tone="cinnabar" icon="clock" strong={!call.arrivedAt}>
      {t(call.arrivedAt ? 'desk.whistle.came_late' : 'desk.whistle.late')}
    </Chip>
  );
}

function CallForm({ order, on, callable, kept, now, locale, t }: Props & { callable: CallableUnit[] }) {
  const view = formView('whistle', kept, controls.whistle);
  return (
    <FoldedForm
      order={on}
      {...{ view, t }}
      action={callUnitsAction}
      title={t('desk.whistle.call')}
      send={t('desk.whistle.send')}
      rule={t('desk.whistle.rule')}
      icon="whistle"
    >
      <CheckboxGroup
        name="units"
        label={t('desk.whistle.units')}
        choices={callable.map(({ code, name, phone }) => ({
          value: code,
          label: nameIn(locale, name),
          aside: phone ?? undefined,
        }))}
        values={view.list('units')}
        error={view.error('units')}
      />
      <TextField
        {...view.field('arriveBy', shanghaiField(rfc3339(now + proposed(order))))}
        type="datetime-local"
        label={t('desk.whistle.arrive_by')}
        required
      />
      <PageTextArea
        {...view.field('reason')}
        id="whistle-reason"
        label={t('desk.whistle.reason')}
        hint={t('desk.whistle.reason_hint')}
        rows={2}
        required
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}

function ArrivalForm({ open, on, kept, now, locale, t }: Props & { open: WhistleView[] }) {
  const view = formView('arrival', kept, controls.arrival);
  return (
    <FoldedForm
      order={on}
      {...{ view, t }}
      action={unitArrivalAction}
      title={t('desk.whistle.arrival')}
      send={t('desk.whistle.arrival_send')}
      icon="circle-check"
    >
      <RadioCards
        name="unit"
        label={t('desk.whistle.who')}
        choices={open.map(({ unit, name }) => ({ value: unit, label: nameIn(locale, name) }))}
        value={view.text('unit', open[0]?.unit)}
        error={view.error('unit')}
        required
      />
      <TextField
        {...view.field('arrivedAt', shanghaiField(rfc3339(now)))}
        type="datetime-local"
        label={t('desk.whistle.arrived_at')}
        required
      />
      <PageTextArea
        {...view.field('words')}
        id="arrival-words"
        label={t('desk.whistle.words')}
        hint={t('desk.whistle.words_hint')}
        rows={2}
        required
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}

/** 吹哨报到: whom the street called, by when, and who is there; for the street with the forms of both. */
export function WhistleCard(props: Props) {
  const { order, callable, now, locale, t } = props;
  const open = order.whistles.filter((call) => !call.arrivedAt);
  if (order.whistles.length === 0 && !callable?.length) return null;
  const when = (at: string) => formatWhen(Date.parse(at), now, locale);
  return (
    <Card className="stack">
      <h2>{t('desk.whistle.title')}</h2>
      {order.whistles.length > 0 && (
        <ul className="stack-tight">
          {order.whistles.map((call) => (
            <li key={call.unit}>
              <b>{nameIn(locale, call.name)}</b> {stateChip(call, t)}
              <p className="quiet small">
                {t('desk.whistle.line', { called: when(call.calledAt), by: when(call.arriveBy) })}
                {call.arrivedAt && ` · ${t('desk.whistle.line_came', { at: when(call.arrivedAt) })}`}
              </p>
            </li>
          ))}
        </ul>
      )}
      {callable && open.length > 0 && <ArrivalForm {...props} open={open} />}
      {callable && callable.length > 0 && <CallForm {...props} callable={callable} />}
    </Card>
  );
}
