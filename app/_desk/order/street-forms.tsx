import { RadioCards } from '@/components/choice-fields';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { TransferOption } from '@/lib/orders/queries/transfer-options';
import { whistleKinds } from '@/lib/orders/status';
import { formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { FoldedForm, type OnOrder } from './action-form';
import { escalateAction, signAction, transferAction } from './street-actions';

const controls = {
  transfer: { to: 'transfer-to', reason: 'transfer-reason' },
  escalate: { kind: 'kind', reason: 'escalate-reason', rule: 'escalate-rule' },
  sign: { words: 'sign-words' },
};

interface Props {
  order: OrderDetail;
  on: OnOrder;
  kept: KeptForm | null;
  t: Translate;
}

/** 转办: to a community where somebody dispatches, or back from the street; the resident reads why. */
function TransferForm({ on, kept, options, locale, t }: Props & { options: TransferOption[]; locale: Locale }) {
  const view = formView('transfer', kept, controls.transfer);
  const labelOf = (option: TransferOption) =>
    option.back ? t('desk.transfer.back', { community: nameIn(locale, option.name) }) : nameIn(locale, option.name);
  return (
    <FoldedForm
      order={on}
      {...{ view, t }}
      action={transferAction}
      title={t('desk.transfer.title')}
      send={t('desk.transfer.send')}
      rule={t('desk.transfer.rule')}
      icon="rotate"
    >
      <SelectField
        {...view.field('to', options[0]?.code)}
        id="transfer-to"
        label={t('desk.transfer.to')}
        options={options.map((option) => ({
          value: option.code,
          label: labelOf(option),
          ...(option.back ? {} : { group: nameIn(locale, option.community) }),
        }))}
        required
      />
      <PageTextArea
        {...view.field('reason')}
        id="transfer-reason"
        label={t('desk.transfer.reason')}
        hint={t('desk.transfer.reason_hint')}
        rows={2}
        required
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}

/** 吹哨: to the street, with its kind, the reason and the rule that it rests on. */
function EscalateForm({ on, kept, t }: Props) {
  const view = formView('escalate', kept, controls.escalate);
  return (
    <FoldedForm
      order={on}
      {...{ view, t }}
      action={escalateAction}
      title={t('desk.escalate.title')}
      send={t('desk.escalate.send')}
      rule={t('desk.escalate.rule')}
      icon="whistle"
    >
      <RadioCards
        name="kind"
        label={t('desk.escalate.kind')}
        choices={whistleKinds.map((kind) => ({ value: kind, label: t(`whistle.kind.${kind}`) }))}
        value={view.text('kind', 'beyond')}
        error={view.error('kind')}
        required
      />
      <PageTextArea
        {...view.field('reason')}
        id="escalate-reason"
        label={t('desk.escalate.reason')}
        hint={t('desk.escalate.reason_hint')}
        rows={2}
        required
        maxLength={limits.shortWords}
      />
      <TextField
        {...view.field('rule')}
        id="escalate-rule"
        label={t('desk.escalate.which')}
        hint={t('desk.escalate.which_hint')}
        note={t('common.optional')}
        maxLength={200}
      />
    </FoldedForm>
  );
}

/** Whether an explanation waits for the secretary's name (journey 7.5). */
const waitsForName = ({ status, outcome, counts, explainedSignedAt }: OrderDetail): boolean =>
  status === 'awaiting_verification' && outcome === 'explained' && (counts?.reopen ?? 0) >= 2 && !explainedSignedAt;

/** 签字 under an explanation, open on top: nobody can pass it before. */
export function SignForm({ order, on, kept, t }: Props) {
  const mine = order.relations.includes('secretary') && !order.relations.includes('handled');
  if (!mine || !waitsForName(order)) return null;
  const view = formView('sign', kept, controls.sign);
  return (
    <FoldedForm
      order={on}
      {...{ view, t }}
      action={signAction}
      title={t('desk.sign.title')}
      send={t('desk.sign.send')}
      rule={t('desk.sign.rule')}
      icon="seal"
      lead
    >
      <PageTextArea
        {...view.field('words')}
        id="sign-words"
        label={t('desk.sign.words')}
        rows={2}
        required
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}

/** 转办 and 吹哨 among the other ways. */
export function StreetFolds(props: Props & { options: TransferOption[]; locale: Locale }) {
  return (
    <>
      {props.order.abilities?.includes('escalate') && <EscalateForm {...props} />}
      {props.options.length > 0 && <TransferForm {...props} />}
    </>
  );
}
