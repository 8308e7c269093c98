import type { EvidencePlan } from './plan-evidence';
import { acceptMinutes, finishClockOf, finishDays, finishMinutes, isSeenOnSite, isShift } from './plan-items';
import type { Timing } from './plan-order';
import { daysNeeded, isExpress } from './plan-room';
import { doneText, evidenceOf, type Outcome, outcomeOf, replyOf } from './plan-steps-reply';
import { showSteps } from './plan-steps-show';
import { holderOf, type Writer } from './plan-writer';
import { contactWords, farArrivalReasons, staffNotes, unreachedWords } from './texts/staff-words';

const shareAt = (share: number): Timing => ({ at: { shareOfFinish: Number(share.toFixed(4)) } });

/** The share of the finish limit after which it is ready: 0.15–0.8, more than 1 when it is to be late (5.2). */
function shareOfWork(writer: Writer): number {
  const { draft } = writer;
  const { item, fate, slot } = draft;
  const full = finishMinutes(item);
  const days = finishDays(item);
  if (fate.lateFinish) return dayShare(writer, 1.06, days > 5 ? 1.25 : 1.45);
  // Acceptance comes first, and what came back was accepted twice.
  const accepted = acceptMinutes(item) * (fate.lateAccept || fate.unclaimed ? 1.9 : fate.returns ? 0.6 : 0.45) + 25;
  const least = Math.max(0.15, Math.min(0.72, (accepted + (fate.returns ? 120 : 0)) / full));
  const room = (slot.workdaysLeft - daysNeeded(draft, { ...fate, lateFinish: false }, 0)) / days;
  const most = Math.max(least, Math.min(0.8, isExpress(draft) ? 0.42 : room));
  return dayShare(writer, least, most);
}

/** A share between the two; on a wall clock one that falls into the day. */
function dayShare(writer: Writer, least: number, most: number): number {
  const { draft, random } = writer;
  const share = random.between(least, most);
  if (finishClockOf(draft.item) !== 'wall') return share;
  const hourOf = (s: number) =>
    (((draft.order.submittedAt / 3_600_000 + 8 + (s * finishMinutes(draft.item)) / 60) % 24) + 24) % 24;
  for (let tries = 0, s = share; tries < 60; tries++, s = random.between(least, most)) {
    if (hourOf(s) >= 7.6 && hourOf(s) <= 21.3) return s;
  }
  return share;
}

/** 联系、到场、备注、佐证, up to the evidence that is passed. */
export function workSteps(writer: Writer): void {
  const { draft, random } = writer;
  const outcome = outcomeOf(writer);
  const text = replyOf(writer, outcome);
  const evidence = evidenceOf(writer, outcome, text);
  contact(writer);
  if (isShift(draft.item)) {
    shiftWork(writer, evidence, outcome, text);
    return;
  }
  const share = shareOfWork(writer);
  writer.spareDays = draft.slot.workdaysLeft - daysNeeded(draft, draft.fate, share);
  if (draft.story?.notes) storyNotes(writer, draft.story.notes);
  else if (random.chance(0.16)) note(writer, shareAt(share * 0.5));
  if (draft.fate.nudges) writer.add('requester', { ...shareAt(share * 0.6), day: true } as Timing, { step: 'nudge' });
  const timing = visit(writer, evidence, share);
  showSteps(writer, evidence.pieces, outcome, text, timing);
}

function contact(writer: Writer): void {
  const { draft, random, words, add } = writer;
  const { requester, proxy, channel } = draft.order;
  // Nobody can be reached where neither name nor phone was left, and a grid worker's own report needs no call.
  if (requester.anonymous || requester.personKey?.startsWith('elder') || channel === 'patrol') return;
  if (!random.chance(0.62) && !draft.fate.lateAccept) return;
  const by = holderOf(writer);
  const timing: Timing = { after: { minutes: random.int(2, 14) } };
  const called = requester.phone !== undefined || requester.personKey !== undefined;
  if (called && random.chance(0.1) && !isExpress(draft)) {
    add(by, timing, { step: 'contact', how: 'phone', reached: false, words: words.least(unreachedWords, (w) => w) });
  }
  const how = called ? 'phone' : proxy?.knownBy === 'chat' ? 'message' : 'visit';
  const heard = words.least<string>(contactWords[how], (w) => w);
  add(by, timing, { step: 'contact', how, reached: true, words: heard });
}

function note(writer: Writer, timing: Timing): void {
  const { random, words, add } = writer;
  const text = words.least(staffNotes, (w) => w);
  add(holderOf(writer), timing, { step: 'note', words: text, toResident: random.chance(0.35) });
}

function storyNotes(writer: Writer, notes: readonly string[]): void {
  for (const text of notes) {
    writer.add(holderOf(writer), { after: { workingMinutes: 500 } }, { step: 'note', words: text, toResident: true });
  }
}

/** Arriving and leaving; gives the time at which the evidence follows. */
function visit(writer: Writer, evidence: EvidencePlan, share: number): Timing {
  const { draft, random, add } = writer;
  const by = holderOf(writer);
  const seenAtOnce = draft.item.limits.milestone !== null && draft.item.code !== '1203';
  const volunteer = writer.handler === 'volunteers';
  const goes = evidence.arrives || seenAtOnce || volunteer || (isSeenOnSite(draft.item.code) && random.chance(0.7));
  if (!goes) return shareAt(share);
  const arrive = arrival(writer, evidence.byCode);
  if (seenAtOnce) {
    // 0602 is made safe by an arrival with a photo.
    add(by, { after: { minutes: random.int(4, 15) } }, { ...arrive, photos: draft.item.code === '0602' ? 1 : 0 });
    return draft.item.code === '0901' ? { after: { minutes: random.int(12, 55) } } : shareAt(share);
  }
  if (volunteer || evidence.leaves) {
    add(by, shareAt(share), arrive);
    add(
      by,
      { after: { minutes: random.int(16, 62) } },
      { ...arrive, step: 'leave', reason: undefined, metres: random.int(5, 120), byCode: undefined },
    );
    return { after: { minutes: random.int(2, 9) } };
  }
  add(by, shareAt(share * random.between(0.7, 0.95)), arrive);
  return shareAt(share);
}

function arrival(writer: Writer, byCode: boolean) {
  const { random, words } = writer;
  if (byCode) return { step: 'arrive' as const, byCode: true as const, photos: 0 };
  if (random.chance(0.05)) {
    const reason = words.least(farArrivalReasons, (r) => r);
    return { step: 'arrive' as const, metres: random.int(230, 620), reason, photos: 0 };
  }
  return { step: 'arrive' as const, metres: random.int(4, 140), photos: 0 };
}

function shiftWork(writer: Writer, evidence: EvidencePlan, outcome: Outcome, text: string): void {
  const { random, add } = writer;
  const by = holderOf(writer);
  const here = () => ({ metres: random.int(3, 90), photos: 0 });
  add(by, { at: { fromShiftStart: random.int(-9, 4) } }, { step: 'arrive', ...here() });
  add(by, { at: { fromShiftEnd: random.int(-14, -9) } }, { step: 'leave', ...here() });
  showSteps(writer, evidence.pieces, outcome, text, { at: { fromShiftEnd: random.int(-7, -2) } });
}

/** The second round of a reopened order: half of the limit, everything shown again. */
export function repeatWork(writer: Writer): void {
  const { draft, random, add } = writer;
  const text = `第二次办理：${writer.say(doneText(writer))}`;
  const evidence = evidenceOf(writer, 'resolved', text);
  const by = holderOf(writer);
  add(
    by,
    { after: { minutes: random.int(3, 15) } },
    { step: 'contact', how: 'phone', reached: true, words: '电话联系，为第一次没处理好致歉，约好今天再去。' },
  );
  const share = random.int(45, 75) / 100;
  if (evidence.arrives || isSeenOnSite(draft.item.code)) {
    add(by, { at: { shareOfFinish: Number((share * 0.8).toFixed(4)) }, day: true }, arrival(writer, evidence.byCode));
    if (evidence.leaves) add(by, { after: { minutes: 30 } }, { step: 'leave', metres: 20, photos: 0 });
  }
  add(
    by,
    { at: { shareOfFinish: share }, day: true },
    { step: 'submit_evidence', outcome: 'resolved', noteText: text, pieces: evidence.pieces, missing: [] },
  );
}
