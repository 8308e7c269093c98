import { RadioCards } from '@/components/choice-fields';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import { declineReasons } from '@/lib/orders/status';
import type { FormView } from '../../_shell/form-values';
import { NoteFields, noteControls } from '../../_shell/note-fields';
import { ReplyReview } from '../../_shell/reply-review';
import type { Translate } from '../../_shell/translate';
import { FoldedForm, type OnOrder } from './action-form';
import type { Choices } from './load-order';
import { RecipientFields } from './recipient-fields';

interface Props {
  on: OnOrder;
  view: FormView;
  action: (form: FormData) => Promise<void>;
  /** It is the next act of the order, and stands open. */
  lead?: boolean;
  t: Translate;
}

export const simpleControls = {
  ask: { words: 'ask-words' },
  recall: { reason: 'recall-reason' },
  note: noteControls,
  decline: { reason: 'reason', words: 'decline-words', rightPlace: 'rightPlace' },
  reassign: { reason: 'reassign-reason', handler: 'handler', other: 'other', offer: 'offer-cells' },
};

/** 补充询问: the clock stops for three working days at most. */
export function AskForm({ on, view, action, t }: Props) {
  return (
    <FoldedForm
      order={on}
      {...{ view, action, t }}
      title={t('desk.ask.title')}
      send={t('desk.ask.send')}
      rule={t('desk.ask.rule')}
      icon="message"
    >
      <PageTextArea
        {...view.field('words')}
        id="ask-words"
        label={t('desk.ask.words')}
        rows={3}
        required
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}

/** 不予受理: a legal reason, words for the resident, the right place; the ways that stay open are said. */
export function DeclineForm({ on, view, action, t }: Props) {
  return (
    <FoldedForm
      order={on}
      {...{ view, action, t }}
      title={t('desk.decline.title')}
      send={t('desk.decline.send')}
      rule={t('desk.decline.rule')}
      kind="brown"
      icon="ban"
    >
      <RadioCards
        name="reason"
        label={t('desk.decline.reason')}
        choices={declineReasons.map((reason) => ({ value: reason, label: t(`declineReason.${reason}`) }))}
        value={view.text('reason')}
        error={view.error('reason')}
        required
      />
      <PageTextArea
        {...view.field('words')}
        id="decline-words"
        label={t('desk.decline.words')}
        hint={t('desk.decline.words_hint')}
        rows={3}
        required
        maxLength={limits.shortWords}
      />
      <TextField
        {...view.field('rightPlace')}
        label={t('desk.decline.right_place')}
        hint={t('desk.decline.right_place_hint')}
        maxLength={200}
      />
      <ReplyReview view={view} t={t} />
      <p className="small">{t('desk.decline.ways')}</p>
    </FoldedForm>
  );
}

/** 撤回 an order that nobody has begun. */
export function RecallForm({ on, view, action, lead, t }: Props) {
  return (
    <FoldedForm
      order={on}
      {...{ view, action, lead, t }}
      title={t('desk.recall.title')}
      send={t('desk.recall.send')}
      rule={t('desk.recall.rule')}
      icon="undo"
    >
      <TextField
        {...view.field('reason')}
        id="recall-reason"
        label={t('desk.recall.reason')}
        required
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}

/** 备注 beside the order, with photos; the resident reads it only when ticked. */
export function NoteForm({ on, view, lead, t }: Omit<Props, 'action'>) {
  return (
    <FoldedForm
      order={on}
      {...{ view, lead, t }}
      action={`/desk/evidence/${on.code}/note`}
      title={t('desk.note.title')}
      send={t('desk.note.send')}
      rule={t('desk.note.rule')}
      icon="pencil"
    >
      <NoteFields view={view} t={t} />
    </FoldedForm>
  );
}

/** 改派 to another handler or to volunteers; only the accept limit starts anew. */
export function ReassignForm(props: Props & { choices: Choices; mayOffer: boolean; locale: Locale }) {
  const { on, view, action, choices, mayOffer, locale, lead, t } = props;
  return (
    <FoldedForm
      order={on}
      {...{ view, action, lead, t }}
      title={t('desk.reassign.title')}
      send={t('desk.reassign.send')}
      rule={t('desk.reassign.rule')}
      kind="outline"
      icon="refresh"
    >
      <RecipientFields
        {...{ choices, view, locale, t }}
        may={{ assign: true, offer: mayOffer }}
        offerPrefix="offer."
        again
      />
      <TextField
        {...view.field('reason')}
        id="reassign-reason"
        label={t('desk.reassign.reason')}
        required
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}
