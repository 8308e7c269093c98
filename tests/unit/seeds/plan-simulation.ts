import { needInfoDue, verifyDue } from '@/lib/calendar/due';
import { clockKindOf, type ItemLimits } from '@/lib/calendar/limits';
import { promise } from '@/lib/calendar/promise';
import { shiftForLay } from '@/lib/calendar/rework';
import { ratingWindowEnd } from '@/lib/calendar/windows';
import { acceptAgain, dispatchClocks } from '@/lib/orders/clocks';
import { proposeHandler } from '@/lib/orders/route';
import type { Status } from '@/lib/orders/status';
import { rowOf, targetsOf } from '@/lib/orders/workflow';
import { momentOf } from '@/seeds/demo/moments';
import { planCalendar as cal } from '@/seeds/demo/plan-calendar';
import { isUrgent, type PlanItem, planItem, routeOf } from '@/seeds/demo/plan-items';
import type { Handler, PlannedOrder, Step } from '@/seeds/demo/plan-order';
import { signerOf } from '@/seeds/demo/plan-route';
import { suggestedItem } from '@/seeds/demo/plan-unnamed';
import { mayNot } from './plan-relations';

/** What a planned order looks like after its steps, by the program's own clocks and tables, without a database. */
export interface Walked {
  plan: PlannedOrder;
  status: Status;
  times: number[];
  acceptedLate: boolean[];
  /** The first evidence after its finish limit; null when there was none. */
  finishedLate: boolean | null;
  /** Minutes until it was accepted, on the accept limit's own clock. */
  acceptMinutes: number | null;
  handled: Set<string>;
  verified: Set<string>;
  reopenings: number;
  problems: string[];
}

interface Clocks {
  urgency: PlanItem['urgency'];
  reopenCount: number;
  dispatchedAt: number | null;
  acceptStartedAt: number | null;
  acceptBy: number | null;
  finishBy: number | null;
  shiftStartsAt: number | null;
  shiftEndsAt: number | null;
  promiseAcceptBy: number;
  promiseFinishBy: number;
  evidenceAt: number | null;
  ratingUntil: number | null;
  needInfoUntil: number | null;
}

export function walk(plan: PlannedOrder): Walked {
  const walked: Walked = {
    plan,
    status: 'submitted',
    times: [],
    acceptedLate: [],
    finishedLate: null,
    acceptMinutes: null,
    handled: new Set(),
    verified: new Set(),
    reopenings: 0,
    problems: [],
  };
  let item = planItem(plan.itemAtSubmit === null ? suggestedItem(plan.words) : (plan.itemAtSubmit ?? plan.item));
  const shift = { shiftStartsAt: plan.shift?.startsAt ?? null, shiftEndsAt: plan.shift?.endsAt ?? null };
  const promised = promise(item.limits, item.urgency, plan.submittedAt, cal, shift);
  const clocks: Clocks = {
    urgency: item.urgency,
    reopenCount: 0,
    dispatchedAt: null,
    acceptStartedAt: null,
    acceptBy: null,
    finishBy: null,
    ...shift,
    promiseAcceptBy: promised.acceptBy,
    promiseFinishBy: promised.finishBy,
    evidenceAt: null,
    ratingUntil: null,
    needInfoUntil: null,
  };
  let handler: Handler | null = null;
  let offered = false;
  let level: 'community' | 'street' = plan.about?.unit === 'PL-COMM' ? 'street' : 'community';
  const barred = new Set(plan.about ? [plan.about.unit] : []);
  const byRule = proposeHandler(routeOf(item, plan.cell), false, barred).handler;
  if (isUrgent(item) && level === 'community' && byRule) {
    handler = byRule;
    dispatch(clocks, item.limits, plan.submittedAt);
    walked.status = 'assigned';
  }
  let holder: string | null = null;
  let previousAt = plan.submittedAt;
  const wrong = (step: Step, what: string) => walked.problems.push(`${plan.key} ${step.step} by ${step.by}: ${what}`);
  for (const step of plan.steps) {
    const at: number = momentOf(
      step,
      {
        ...clocks,
        previousAt,
        acceptClock: clockKindOf(item.limits.accept, item.urgency),
        finishClock: clockKindOf(item.limits.finish, item.urgency),
      },
      cal,
    );
    const row = rowOf(step.step);
    if (!row.from.includes(walked.status)) wrong(step, `not in ${walked.status}`);
    const objection = mayNot(step, {
      plan,
      level,
      handler,
      holder,
      handled: walked.handled,
      verified: walked.verified,
    });
    if (objection) wrong(step, objection);
    let to: Status = targetsOf(step.step, walked.status)[0] ?? walked.status;
    switch (step.step) {
      case 'classify':
        if (step.item) {
          item = planItem(step.item);
          clocks.urgency = item.urgency;
          const again = promise(item.limits, item.urgency, plan.submittedAt, cal, shift);
          clocks.promiseAcceptBy = again.acceptBy;
          clocks.promiseFinishBy = again.finishBy;
        }
        break;
      case 'ask_info':
        clocks.needInfoUntil = needInfoDue(at, cal).at;
        break;
      case 'supplement':
        if (clocks.needInfoUntil !== null && at >= clocks.needInfoUntil) wrong(step, 'too late');
        break;
      case 'appeal':
        level = 'street';
        break;
      case 'assign':
      case 'reassign':
        handler = step.handler;
        holder = null;
        offered = false;
        dispatch(clocks, item.limits, at);
        to = 'assigned';
        break;
      case 'offer':
        handler = null;
        offered = true;
        dispatch(clocks, item.limits, at);
        break;
      case 'sign':
      case 'claim': {
        if (step.step === 'claim' && !offered) wrong(step, 'was not offered');
        holder = step.by;
        walked.handled.add(step.by);
        if (handler && 'unit' in handler) walked.handled.add(signerOf(handler));
        walked.acceptedLate.push(clocks.acceptBy !== null && at > clocks.acceptBy);
        walked.acceptMinutes ??= ((at - (clocks.acceptStartedAt ?? at)) / 60_000) | 0;
        break;
      }
      case 'return':
        holder = null;
        break;
      case 'release':
        holder = null;
        dispatch(clocks, item.limits, at);
        break;
      case 'submit_evidence':
        walked.finishedLate ??= clocks.finishBy !== null && at > clocks.finishBy;
        clocks.evidenceAt = at;
        break;
      case 'rework':
        walked.verified.add(step.by);
        clocks.finishBy = shiftForLay(
          clocks.finishBy ?? at,
          item.limits.finish,
          item.urgency,
          { from: clocks.evidenceAt ?? at, to: at },
          cal,
        ).at;
        break;
      case 'pass':
        walked.verified.add(step.by);
        clocks.ratingUntil = ratingWindowEnd(at);
        if (verifyDue(item.urgency, clocks.evidenceAt ?? at, cal).at < at && item.urgency === 'U1') {
          wrong(step, 'U1 lies longer than four hours');
        }
        break;
      case 'rate':
      case 'callback':
        if (walked.status === 'awaiting_rating' && clocks.ratingUntil !== null && at >= clocks.ratingUntil) {
          wrong(step, 'after the rating window');
        }
        to = step.solved === 'no' ? 'submitted' : step.step === 'callback' && !step.reached ? walked.status : 'closed';
        break;
      default:
        break;
    }
    if ((step.step === 'rate' && step.solved === 'no') || step.step === 'reopen') {
      walked.reopenings++;
      clocks.reopenCount++;
      clocks.dispatchedAt = null;
      clocks.finishBy = null;
      if (clocks.reopenCount >= 2) level = 'street';
      holder = null;
      to = 'submitted';
    }
    if (!targetsOf(step.step, walked.status).includes(to) && to !== walked.status) wrong(step, `cannot lead to ${to}`);
    walked.status = to;
    walked.times.push(at);
    previousAt = at;
  }
  if (item.code !== plan.item) walked.problems.push(`${plan.key} is ${item.code} in the end, not ${plan.item}`);
  if (walked.status !== plan.endsAs) walked.problems.push(`${plan.key} ends as ${walked.status}, not ${plan.endsAs}`);
  return walked;
}

function dispatch(clocks: Clocks, limits: ItemLimits, at: number): void {
  clocks.acceptStartedAt = at;
  if (clocks.dispatchedAt !== null && clocks.finishBy !== null) {
    clocks.acceptBy = acceptAgain(clocks, limits, at, cal).at;
    return;
  }
  const { accept, finish } = dispatchClocks(clocks, limits, at, cal);
  clocks.dispatchedAt = at;
  clocks.acceptBy = accept.at;
  clocks.finishBy = finish.at;
}
