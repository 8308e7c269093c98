import type { Status } from '@/lib/orders/status';
import type { OfferScope } from './plan-hands';
import { acceptClockOf, acceptMinutes, isShift, isUrgent, planItem } from './plan-items';
import type { Handler, Timing } from './plan-order';
import { isExpress } from './plan-room';
import { acceptPace, gridWorkerOf, nextHandler, paceOf, propertyFirmOf, signerOf } from './plan-route';
import { itemTexts, signer, take, type Writer } from './plan-writer';
import { withdrawReasons } from './texts/rating-words';
import {
  classifyReasons,
  commonQuestions,
  declineWords,
  offerNotes,
  reassignReasons,
  releaseReasons,
  returnBases,
} from './texts/staff-words';

const working = (minutes: number): Timing => ({ after: { workingMinutes: minutes } });

/** How soon the desk turns to it: mostly within the hour, sometimes after the 4 wh. */
function deskDelay(writer: Writer): Timing {
  const { draft, random } = writer;
  if (isExpress(draft)) return working(random.int(2, 12));
  // A volunteers' item of U2 waits for the desk as well, on the wall clock.
  if (isUrgent(draft.item)) return { after: { minutes: random.int(4, 25) }, day: true };
  // What may be accepted a day later may also be dispatched late now and then.
  const late = acceptMinutes(draft.item) >= 480 && !draft.fate.asks && random.chance(0.03);
  return working(late ? random.int(245, 290) : Math.min(95, Math.ceil(random.logNormal(16, 90))));
}

/** The program has dispatched it at submit (3.1.5). */
export const dispatchedByRule = (writer: Writer): boolean =>
  isUrgent(writer.draft.item) && writer.draft.handler !== 'volunteers';

/** 受理, a correction of the item, a question and its answer. */
export function intakeSteps(writer: Writer): void {
  const { draft, random, words, add } = writer;
  if (dispatchedByRule(writer)) return;
  const { itemAtSubmit } = draft.order;
  if (itemAtSubmit !== undefined) {
    const reason = itemAtSubmit === null ? classifyReasons[2] : classifyReasons[random.int(0, 1)];
    add('limin', deskDelay(writer), { step: 'classify', item: draft.item.code, reason });
  } else if (random.chance(0.25)) {
    add('limin', deskDelay(writer), { step: 'classify' });
  }
  if (!draft.fate.asks) return;
  const own = itemTexts(writer).questions ?? [];
  const [question, answer] = words.least(own.length > 0 ? own : commonQuestions, ([text]) => text);
  askSteps(writer, question, answer);
}

function askSteps(writer: Writer, question: string, answer: string): void {
  const { random, add, say } = writer;
  add('limin', deskDelay(writer), { step: 'ask_info', words: say(question) });
  add('requester', { after: { minutes: random.int(12, 130) }, day: true }, { step: 'supplement', words: say(answer) });
}

function assign(writer: Writer, handler: Handler, timing: Timing, reason?: string): void {
  writer.handler = handler;
  writer.add('limin', timing, { step: 'assign', handler, ...(reason ? { reason } : {}) });
}

/** 派单: an offer to volunteers or an assignment; with what goes wrong before somebody takes it. */
export function dispatchSteps(writer: Writer): void {
  const { draft, random } = writer;
  if (writer.handler === 'volunteers') {
    offer(writer);
    return;
  }
  if (!dispatchedByRule(writer)) assign(writer, writer.handler, deskDelay(writer));
  if (draft.fate.reassigned) {
    const firm = 'unit' in writer.handler && writer.handler.unit === 'PL-SANI';
    const other: Handler = firm ? propertyFirmOf(draft.cell) : { unit: 'PL-SANI' };
    writer.add('limin', working(random.int(8, 25)), {
      step: 'reassign',
      handler: other,
      reason: '现场核实该点位由另一家负责，改派。',
    });
    writer.handler = other;
  }
  if (draft.fate.returns) returned(writer, writer.handler, draft.fate.returns);
}

function offer(writer: Writer): void {
  const { draft, random, words, add } = writer;
  const scopes: readonly (readonly [OfferScope, number])[] = [
    ['own', 2],
    ['neighbours', 6],
    ['community', 2],
  ];
  const cells = draft.cell.endsWith('901') ? 'neighbours' : random.weighted(scopes);
  const skills = draft.item.code === '0904' && random.chance(0.5) ? ['phone_tutoring'] : [];
  const note = draft.item.code.startsWith('09') && random.chance(0.3) ? words.least(offerNotes, (n) => n) : undefined;
  add('limin', deskDelay(writer), { step: 'offer', cells, skills, ...(note ? { note } : {}) });
  if (draft.fate.unclaimed) {
    writer.handler = { person: gridWorkerOf(draft.cell) };
    add(
      'limin',
      { at: { shareOfAccept: random.int(104, 120) / 100 } },
      {
        step: 'assign',
        handler: writer.handler,
        reason: reassignReasons.unclaimed,
      },
    );
    return;
  }
  writer.scope = { cells, skills };
}

function returned(writer: Writer, earlier: Handler, reason: NonNullable<Writer['draft']['fate']['returns']>): void {
  const { draft, random, words, add } = writer;
  const by = signerOf(earlier);
  const wall = acceptClockOf(draft.item) === 'wall';
  const soon = (): Timing => (wall ? { after: { minutes: random.int(5, 20) } } : working(random.int(15, 50)));
  if (random.chance(0.4)) {
    add(by, soon(), { step: 'sign' });
    writer.handled.add(by);
  }
  const bases = returnBases[reason].filter((one) => !one.items || one.items.includes(draft.item.code));
  const fitted = bases.filter((one) => one.items);
  const { basis, betterOwner } = words.least(fitted.length > 0 ? fitted : bases, (one) => one.basis);
  add(by, soon(), { step: 'return', reason, basis, ...(betterOwner ? { betterOwner } : {}) });
  if (reason === 'R2') {
    const [question = '', answer = ''] = commonQuestions[0] ?? [];
    askSteps(writer, question, answer);
    assign(writer, earlier, working(random.int(3, 20)), reassignReasons.sameAgain);
    return;
  }
  const next = nextHandler(draft.item, draft.cell, earlier, reason);
  assign(writer, next, working(random.int(4, 30)), reason === 'R8' ? reassignReasons.avoid : reassignReasons.returned);
}

/** How soon the handler takes it: log-normal by group, inside the limit unless it is to be late (5.2). */
export function acceptTiming(writer: Writer): Timing {
  const { draft, random } = writer;
  if (draft.fate.lateAccept) return { at: { shareOfAccept: random.int(108, 170) / 100 } };
  const wall = acceptClockOf(draft.item) === 'wall';
  const limit = Math.min(acceptMinutes(draft.item), isExpress(draft) ? 40 : Number.POSITIVE_INFINITY);
  const [median, p95] = acceptPace[paceOf(writer.handler)];
  let minutes = limit;
  for (let tries = 0; tries < 200 && minutes > limit * 0.9; tries++) minutes = random.logNormal(median, p95);
  if (minutes > limit * 0.9) minutes = limit * random.between(0.2, 0.85);
  const rounded = Math.max(1, Math.round(minutes));
  return wall || writer.handler === 'volunteers' ? { after: { minutes: rounded } } : working(rounded);
}

/** 接单: a volunteer claims, staff signs. */
export function acceptSteps(writer: Writer): void {
  const { draft, random, hands, words, add } = writer;
  if (writer.handler !== 'volunteers') {
    const by = signer(writer);
    add(by, acceptTiming(writer), { step: 'sign' });
    take(writer, by);
    return;
  }
  const { cells, skills } = writer.scope ?? { cells: 'neighbours' as const, skills: [] };
  const not = [draft.order.submitBy, draft.verifier];
  const first = hands.volunteer(cells, draft.cell, skills, not);
  add(first, acceptTiming(writer), { step: 'claim' });
  take(writer, first);
  if (!draft.fate.releases) return;
  add(
    first,
    { after: { minutes: random.int(6, 30) } },
    { step: 'release', reason: words.least(releaseReasons, (r) => r) },
  );
  const second = hands.volunteer(cells, draft.cell, skills, [...not, first]);
  add(second, { after: { minutes: random.int(3, 25) } }, { step: 'claim' });
  take(writer, second);
}

export function withdrawSteps(writer: Writer): Status {
  const { draft, random, words, add } = writer;
  const limit = acceptClockOf(draft.item) === 'wall' ? random.int(4, 12) : random.int(10, 70);
  const reason = words.least(withdrawReasons, (r) => r);
  add('requester', { after: { minutes: limit } }, { step: 'withdraw', reason });
  return 'withdrawn';
}

export function declineSteps(writer: Writer): Status {
  const reason = writer.draft.story?.decline ?? 'private';
  const [body] = declineWords[reason];
  if (!body) throw new RangeError(`no words to decline: ${reason}`);
  writer.add('limin', working(writer.random.int(20, 160)), { step: 'decline', reason, ...body });
  return 'declined';
}

export function silentSteps(writer: Writer): Status {
  const question = writer.draft.story?.question ?? commonQuestions[0]?.[0] ?? '';
  writer.add('limin', working(writer.random.int(10, 90)), { step: 'ask_info', words: question });
  writer.add('clock', { at: { windowEnd: 'info' } }, { step: 'close_no_info' });
  return 'closed';
}

/** The desk corrects nothing on a shift, whose times were given with its item. */
export const mayBeUnnamed = (code: string): boolean => !isUrgent(planItem(code)) && !isShift(planItem(code));
