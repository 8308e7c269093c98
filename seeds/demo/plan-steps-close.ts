import { lowStars } from '@/lib/orders/input';
import type { Answer } from './plan-draft';
import { acceptClockOf, isSealedCode } from './plan-items';
import type { PersonKey, Timing } from './plan-order';
import { isExpress } from './plan-room';
import { acceptTiming } from './plan-steps-dispatch';
import { repeatWork } from './plan-steps-work';
import { fittedTo } from './plan-words';
import { signer, take, type Writer } from './plan-writer';
import { callbackWords } from './texts/callback-words';
import {
  dissatisfiedWords,
  englishRatings,
  fiveStarWords,
  middlingWords,
  reopenReasons,
  twoStarWords,
} from './texts/rating-words';
import { repliesTo } from './texts/sentence';
import { sameHandlerReasons } from './texts/staff-words';

/** 验单通过, then the answer or the clock. */
export function closeSteps(writer: Writer, round: number): void {
  const { draft, add } = writer;
  add(draft.verifier, verifyTiming(writer), { step: 'pass', ...(writer.waiver ? { waiver: writer.waiver } : {}) });
  writer.waiver = undefined;
  const answer = draft.fate.answers[round];
  if (!answer) silence(writer);
  else if (answer.kind === 'callback') callBack(writer, answer);
  else rate(writer, answer, round);
}

/** Within 1 wd, mostly the same day; U1 within 4 h of the clock. A few lie longer. */
function verifyTiming(writer: Writer): Timing {
  const { draft, random } = writer;
  if (draft.item.urgency === 'U1') return { after: { minutes: random.int(18, 200) } };
  if (isExpress(draft)) return { after: { minutes: random.int(35, 170) }, day: true };
  const late = draft.slot.workdaysLeft > 20 && random.chance(0.03);
  return {
    after: { workingMinutes: late ? random.int(500, 760) : Math.min(460, Math.ceil(random.logNormal(130, 430))) },
  };
}

function silence(writer: Writer): void {
  const { draft, random, words, add } = writer;
  if (random.chance(0.06) && draft.order.requester.phone) {
    const text = words.least(callbackWords.unreached, (w) => w);
    add(
      caller(writer),
      { after: { minutes: random.int(3000, 5000) }, day: true },
      { step: 'callback', via: 'phone', reached: false, words: text },
    );
  }
  add('clock', { at: { windowEnd: 'rating' } }, { step: 'close_unrated' });
}

/** Staff that neither handled, verified nor typed it; the hall does not see what is sealed. */
function caller(writer: Writer): PersonKey {
  const { draft, handled } = writer;
  const sealed = isSealedCode(draft.item.code) || draft.order.requester.confidential === true;
  const fitting = ['limin', ...(sealed ? [] : ['chenchen']), 'shuji'].filter(
    (one) => !handled.has(one) && one !== draft.verifier && one !== draft.order.submitBy,
  );
  const [first = 'shuji', second = first] = fitting;
  return writer.random.chance(0.6) ? first : second;
}

/** Within the seven days; at once where the history is about to end. */
function answerTiming(writer: Writer): Timing {
  const { draft, random, spareDays } = writer;
  const express = isExpress(draft);
  const most = express ? 600 : spareDays < 8 ? 800 : 8600;
  return { after: { minutes: Math.min(most, Math.ceil(random.logNormal(express ? 120 : 420, 4300))) }, day: true };
}

function callBack(writer: Writer, answer: Answer): void {
  const { draft, words, add } = writer;
  const list: readonly { words: string }[] =
    draft.item.code === '0901'
      ? callbackWords.elder.map((text) => ({ words: text }))
      : fittedTo(draft.item.code, answer.solved === 'partly' ? callbackWords.partly : callbackWords.solved);
  const said = words.least(list, (one) => one.words).words;
  const via = said.startsWith('上门') ? 'visit' : said.startsWith('大厅') ? 'hall' : 'phone';
  add(caller(writer), answerTiming(writer), {
    step: 'callback',
    via,
    reached: true,
    contactedInTime: true,
    solved: answer.solved,
    stars: answer.stars,
    words: said,
  });
}

function rate(writer: Writer, answer: Answer, round: number): void {
  const { draft, random, words, add } = writer;
  const { solved, stars } = answer;
  const reason = solved === 'no' ? dissatisfaction(writer) : undefined;
  const text =
    draft.story?.answerWords ??
    (reason
      ? words.least(dissatisfiedWords[reason], (w) => w)
      : random.chance(0.66)
        ? ratingWords(writer, stars)
        : undefined);
  add('requester', answerTiming(writer), {
    step: 'rate',
    solved,
    stars,
    ...(reason ? { reason } : stars <= lowStars ? { reason: solved === 'partly' ? 'not_fixed' : 'other' } : {}),
    ...(text ? { words: text } : {}),
  });
  const again = draft.fate.reopens === 'reopen' && round === 0;
  if (stars <= lowStars && solved !== 'no' && !again) {
    const said = words.least(fittedTo(draft.item.code, callbackWords.unsatisfied), (one) => one.words).words;
    add(caller(writer), soonAfter(writer), {
      step: 'callback',
      via: 'phone',
      reached: true,
      contactedInTime: true,
      solved,
      stars,
      words: said,
      followUp: true,
    });
  }
}

/** One or two stars are asked about within 1 wd. */
const soonAfter = ({ random, spareDays }: Writer): Timing =>
  spareDays < 3
    ? { after: { minutes: random.int(50, 200) }, day: true }
    : { after: { workingMinutes: random.int(40, 380) } };

/** Why it is not solved; it broke again only where something was repaired. */
function dissatisfaction(writer: Writer) {
  const code = writer.draft.item.code;
  const answered = ['0503', '0504', '0803', '1302', '1403', '0603'].includes(code);
  const repaired = /^(05|06|07)/.test(code) && !answered;
  return writer.random.weighted([
    ['not_fixed' as const, answered ? 0 : 4],
    ['broken_again' as const, repaired ? 4 : 0],
    ['nobody_came' as const, answered ? 0 : 2],
    ['attitude' as const, 1],
    ['off_the_point' as const, answered ? 5 : 0],
    ['other' as const, 1],
  ]);
}

function ratingWords(writer: Writer, stars: number): string | undefined {
  const { draft, words } = writer;
  const { code } = draft.item;
  const pick = (list: readonly string[] | undefined) =>
    list && list.length > 0 ? words.least(list, (w) => w) : undefined;
  if (code === '1303')
    return pick(stars === 5 ? englishRatings.five : stars === 4 ? englishRatings.four : englishRatings.three);
  if (stars === 5) {
    const reply = writer.steps.findLast((step) => step.step === 'submit_evidence');
    const said = `${draft.picked.title} ${draft.picked.words} ${reply?.step === 'submit_evidence' ? reply.noteText : ''}`;
    return pick(repliesTo(said, fiveStarWords[`${code}/${draft.picked.topic.key}`] ?? fiveStarWords[code] ?? []));
  }
  if (stars <= 2) return pick(fittedTo(code, twoStarWords).map((one) => one.words));
  const family = middlingWords[code] ?? middlingWords[code.slice(0, 2)];
  return pick(stars === 4 ? family?.four : family?.three);
}

/** The same number, taken up again: dispatched once more, with a reason where the former handler gets it. */
export function reopenSteps(writer: Writer): void {
  const { draft, random, words, add } = writer;
  if (draft.fate.reopens === 'reopen') {
    const reason = words.least(reopenReasons, (r) => r);
    add(
      'requester',
      { after: { minutes: random.int(6, 9) * 1440 - random.int(0, 300) }, day: true },
      { step: 'reopen', reason },
    );
  }
  if (writer.handler === 'volunteers') throw new RangeError(`${draft.key}: volunteers are not ordered`);
  const reason = words.least(sameHandlerReasons, (r) => r);
  add('limin', { after: { workingMinutes: random.int(8, 80) } }, { step: 'assign', handler: writer.handler, reason });
  const by = signer(writer);
  add(by, acceptClockOf(draft.item) === 'wall' ? { after: { minutes: random.int(4, 24) } } : acceptTiming(writer), {
    step: 'sign',
  });
  take(writer, by);
  repeatWork(writer);
}
