import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { reasonWords } from '@/lib/transport/words';
import { formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import type { Translate } from '../../_shell/translate';
import {
  askAction,
  callbackAction,
  declineAction,
  dispatchAction,
  reassignAction,
  recallAction,
  revealAction,
} from './actions';
import { CallbackForm, callbackControls } from './callback-form';
import { CallbackPhone } from './callback-phone';
import { DispatchForm, dispatchControls } from './dispatch-form';
import { hintsOf, vainTries } from './hints';
import type { OrderPageData } from './load-order';
import type { RevealedContact } from './revealed';
import { AskForm, DeclineForm, NoteForm, ReassignForm, RecallForm, simpleControls } from './simple-forms';

/** Whether a large form of decision stands open: 派单 or 回访. */
export const hasMainForm = ({ status, abilities }: Pick<OrderDetail, 'status' | 'abilities'>): boolean =>
  Boolean(abilities?.includes('callback') || (status === 'submitted' && abilities?.includes('assign')));

/** What may be done now, and only that: the buttons are the order's abilities. What is closed is said with its reason. */
export function OrderActions(props: {
  data: OrderPageData;
  kept: KeptForm | null;
  revealed: RevealedContact;
  locale: Locale;
  t: Translate;
}) {
  const { data, kept, revealed, locale, t } = props;
  const { order, choices } = data;
  const may = (action: string) => order.abilities?.includes(action) ?? false;
  const on = { code: order.code, version: order.version, seen: order.timeline.at(-1)?.seq ?? 0 };
  const view = (form: string, controls: Record<string, string>) => formView(form, kept, controls);
  const more = ['reassign', 'recall', 'ask-info', 'decline', 'note'];
  const isNew = order.status === 'submitted';
  return (
    <>
      {hintsOf(order.status, data.refusals).map((hint) => (
        <Notice key={hint.action} kind="info">
          {t(`desk.closed_to_you.${hint.action}`)} {reasonWords(locale, hint.reason, 'forbidden')}
        </Notice>
      ))}
      {isNew && choices && may('assign') && (
        <DispatchForm
          {...{ order, on, choices, locale, t }}
          view={view('dispatch', dispatchControls)}
          action={dispatchAction}
        />
      )}
      {may('callback') && (
        <CallbackForm
          {...{ on, t }}
          view={view('callback', callbackControls)}
          action={callbackAction}
          vain={vainTries(order)}
          call={<CallbackPhone {...{ order, revealed, t }} reveal={revealAction} />}
        />
      )}
      {more.some(may) && (
        <section className="card folds" aria-label={t('desk.more_actions')}>
          {choices && may('reassign') && (
            <ReassignForm
              {...{ on, choices, locale, t }}
              view={view('reassign', simpleControls.reassign)}
              action={reassignAction}
              mayOffer={!order.flags?.sealed}
            />
          )}
          {may('recall') && (
            <RecallForm {...{ on, t }} view={view('recall', simpleControls.recall)} action={recallAction} />
          )}
          {may('ask-info') && <AskForm {...{ on, t }} view={view('ask', simpleControls.ask)} action={askAction} />}
          {may('decline') && (
            <DeclineForm {...{ on, t }} view={view('decline', simpleControls.decline)} action={declineAction} />
          )}
          {may('note') && <NoteForm {...{ on, t }} view={view('note', simpleControls.note)} />}
        </section>
      )}
    </>
  );
}
