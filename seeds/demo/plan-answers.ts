import type { Answer, Draft } from './plan-draft';
import { isDisputeItem } from './plan-items';
import { largestRemainder, quotas } from './plan-quota';
import { hasRoom } from './plan-room';
import type { Random } from './random';

const accounts = new Set(['wangguilan', 'zhoujianguo', 'sunxiuying', 'annakeller']);

/** Elders' visits end with a call instead of stars on a screen; some who came to the counter are called as well. */
function answer(draft: Draft, solved: Answer['solved'], stars: number, random: Random): Answer {
  const counter = draft.order.proxy !== undefined && ['hall', 'phone'].includes(draft.channel);
  const called = draft.item.code === '0901' || (counter && random.chance(0.15));
  return { kind: called ? 'callback' : 'rate', solved, stars };
}

/** Whose windows run out without an answer: first what grid workers reported themselves, then whoever it falls on. */
function markSilent(once: readonly Draft[], count: number, random: Random): Set<Draft> {
  const mayBeSilent = once.filter((d) => !d.story && d.channel !== 'power' && !accounts.has(d.order.submitBy));
  const reported = random.shuffle(mayBeSilent.filter((d) => d.order.requester.personKey && d.channel === 'patrol'));
  const silent = new Set<Draft>();
  for (const draft of [...reported, ...random.shuffle(mayBeSilent.filter((d) => !reported.includes(d)))]) {
    if (silent.size === count) break;
    const fate = { ...draft.fate, answers: [null] };
    if (!hasRoom(draft, fate)) continue;
    draft.fate = fate;
    silent.add(draft);
  }
  if (silent.size < count) throw new RangeError(`only ${silent.size} of ${count} orders can stay unrated`);
  return silent;
}

/** Who answers, how far it is solved, how many stars: 64 % of all that pass, in the proportions of 5.2. */
export function markAnswers(drafts: readonly Draft[], random: Random): void {
  const verified = drafts.filter((d) => d.fate.end === 'closed');
  const reopened = verified.filter((d) => d.fate.reopens !== null);
  const once = verified.filter((d) => d.fate.reopens === null);
  const passes = verified.length + reopened.length;
  const total = Math.round(quotas.ratedShare * passes);
  const silent = markSilent(once, passes - total, random);
  const told = once.filter((d) => d.story?.answer);
  const stars = largestRemainder(quotas.stars, total)
    .sort(([a], [b]) => a - b)
    .flatMap(([star, count]) => Array<number>(count).fill(star));
  const draw = (star: number): number => stars.splice(stars.indexOf(star), 1)[0] ?? star;
  for (const draft of told) draw(draft.story?.answer?.stars ?? 5);
  const partlyTold = told.filter((d) => d.story?.answer?.solved === 'partly').length;

  const refused = reopened
    .filter((d) => d.fate.reopens === 'rate')
    .map((draft) => ({ draft, few: stars.shift() ?? 1 }));
  const answering = once.filter((d) => !silent.has(d) && !told.includes(d));
  const partly = random
    .shuffle(answering.filter((d) => !isDisputeItem(d.item.code) && d.item.code !== '0901'))
    .slice(0, Math.round(quotas.solved.partly * total) - partlyTold)
    .map((draft) => ({ draft, few: stars.shift() ?? 3 }));
  const rest = random.shuffle(stars);
  const yes = (draft: Draft): Answer => answer(draft, 'yes', rest.pop() ?? 5, random);

  for (const { draft, few } of refused) {
    // The second closing of a dissatisfied resident is followed by a call from somebody else (7.5).
    const answers: Answer[] = [
      { kind: 'rate', solved: 'no', stars: few },
      { ...yes(draft), kind: 'callback' },
    ];
    draft.fate = { ...draft.fate, answers };
  }
  for (const draft of reopened.filter((d) => d.fate.reopens === 'reopen')) {
    const answers: Answer[] = [
      { ...yes(draft), kind: 'rate' },
      { ...yes(draft), kind: 'rate' },
    ];
    draft.fate = { ...draft.fate, answers };
  }
  for (const { draft, few } of partly) draft.fate = { ...draft.fate, answers: [answer(draft, 'partly', few, random)] };
  const left = answering.filter((d) => !partly.some((one) => one.draft === d));
  for (const draft of left) draft.fate = { ...draft.fate, answers: [yes(draft)] };
}
