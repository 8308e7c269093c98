import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { reasonWords } from '@/lib/transport/words';
import { type RunningClock, readRemaining } from '../../_order/remaining';
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
import { AskedActs, ClockFolds } from './clock-acts';
import { DispatchForm, dispatchControls } from './dispatch-form';
import { hintsOf, vainTries } from './hints';
import type { OrderPageData } from './load-order';
import { NextStep } from './next-step';
import { ReturnsCard } from './returns-card';
import type { RevealedContact } from './revealed';
import { AskForm, DeclineForm, NoteForm, ReassignForm, RecallForm, simpleControls } from './simple-forms';
import { SignForm, StreetFolds } from './street-forms';

/** Whether a large form of decision stands open: 派单 or 回访. */
export const hasMainForm = ({ status, abilities }: Pick<OrderDetail, 'status' | 'abilities'>): boolean =>
  Boolean(abilities?.includes('callback') || (status === 'submitted' && abilities?.includes('assign')));

/**
 * What may be done now, and only that: the buttons are the order's abilities. What is closed is said with its reason. The
 * next act stands open on top; where it is somebody else's, the page says whose and by when.
 */
export function OrderActions(props: {
  data: OrderPageData;
  kept: KeptForm | null;
  revealed: RevealedContact;
  /** The clock that runs (`runningClock`): once it is nearly used up, handing on is the next act. */
  running: RunningClock | null;
  /** In the pane beside the queue: where the forms go on to. */
  from?: string;
  /** Who reads. */
  by: string;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { data, kept, revealed, running, from, by, now, locale, t } = props;
  const { order, choices } = data;
  const may = (action: string) => order.abilities?.includes(action) ?? false;
  const on = { code: order.code, version: order.version, seen: order.timeline.at(-1)?.seq ?? 0, from };
  const view = (form: string, controls: Record<string, string>) => formView(form, kept, controls);
  // 备注 and 显示 show what they did on the order's own page.
  const more = ['recall', 'ask-info', 'decline', 'resume', 'escalate', ...(from ? [] : ['note'])];
  const clock = { order, asks: data.asks, on, kept, now, locale, t };
  const isNew = order.status === 'submitted';
  const pressing = running !== null && ['near', 'late'].includes(readRemaining(running).phase);
  const reassign = (lead: boolean) =>
    choices && (
      <ReassignForm
        {...{ on, choices, lead, locale, t }}
        view={view('reassign', simpleControls.reassign)}
        action={reassignAction}
        mayOffer={!order.flags?.sealed}
      />
    );
  const handsOn = pressing && may('reassign');
  return (
    <>
      {hintsOf(order.status, data.refusals).map((hint) => (
        <Notice key={hint.action} kind="info">
          {t(`desk.closed_to_you.${hint.action}`)} {reasonWords(locale, hint.reason, 'forbidden')}
        </Notice>
      ))}
      <ReturnsCard {...{ order, now, locale, t }} />
      <AskedActs {...clock} />
      <SignForm {...{ order, on, kept, t }} />
      {isNew && choices && may('assign') && (
        <DispatchForm
          {...{ order, on, choices, locale, t }}
          view={view('dispatch', dispatchControls)}
          action={dispatchAction}
        />
      )}
      {may('callback') && (
        <CallbackForm
          {...{ on, by, t }}
          view={view('callback', callbackControls)}
          action={callbackAction}
          vain={vainTries(order)}
          again={order.clock.callbackBy !== null && (order.counts?.reopen ?? 0) > 0}
          call={<CallbackPhone {...{ order, revealed, t }} reveal={revealAction} />}
        />
      )}
      {!hasMainForm(order) && <NextStep {...{ order, running, now, locale, t }} />}
      {handsOn && reassign(true)}
      {(more.some(may) || (may('reassign') && !handsOn) || (may('suspend') && !data.asks?.suspension)) && (
        <section className="card folds" aria-label={t('desk.more_actions')}>
          {may('reassign') && !handsOn && reassign(false)}
          <ClockFolds {...clock} />
          {may('recall') && (
            <RecallForm {...{ on, t }} view={view('recall', simpleControls.recall)} action={recallAction} />
          )}
          {may('ask-info') && <AskForm {...{ on, t }} view={view('ask', simpleControls.ask)} action={askAction} />}
          {may('decline') && (
            <DeclineForm {...{ on, t }} view={view('decline', simpleControls.decline)} action={declineAction} />
          )}
          <StreetFolds {...{ order, on, kept, locale, t }} options={data.transferTo} />
          {!from && may('note') && <NoteForm {...{ on, t }} view={view('note', simpleControls.note)} />}
        </section>
      )}
    </>
  );
}
