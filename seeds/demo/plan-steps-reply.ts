import type { handlerOutcomes } from '@/lib/orders/status';
import { type EvidencePlan, planEvidence } from './plan-evidence';
import { isDisputeItem } from './plan-items';
import { itemTexts, type Writer } from './plan-writer';
import { repliesTo } from './texts/sentence';
import { outcomeReplies } from './texts/staff-words';

export type Outcome = (typeof handlerOutcomes)[number];

/** The outcome that the handler states; disputes of the history are all settled. */
export function outcomeOf(writer: Writer): Outcome {
  const { draft, random } = writer;
  if (draft.story?.outcome) return draft.story.outcome;
  if (isDisputeItem(draft.item.code)) return 'resolved';
  const solved = draft.fate.answers.at(-1)?.solved;
  if (solved === 'partly') {
    return random.weighted<Outcome>([
      ['partly_resolved', 7],
      ['unresolvable', 1],
      ['not_ours', 1],
      ['explained', 1],
    ]);
  }
  // A suggestion is answered, whether it is taken up or not.
  if (draft.item.code === '1403') return 'explained';
  const explains = repliesTo(saidIn(writer), itemTexts(writer).explained ?? []).length > 0;
  return explains && random.chance(0.4) ? 'explained' : 'resolved';
}

/** What was said, as it was meant: a slip of the keyboard hides no keyword. */
const saidIn = ({ draft }: Writer): string =>
  draft.story ? draft.story.words : `${draft.picked.title} ${draft.picked.words}`;

/** What was done, fitting what was said. @throws RangeError when the texts hold no such reply */
export const doneText = (writer: Writer): string =>
  writer.words.least(repliesTo(saidIn(writer), writer.draft.picked.topic.done), (text) => text);

/** The reply to the resident. */
export function replyOf(writer: Writer, outcome: Outcome): string {
  const { draft, random, words, say } = writer;
  if (draft.story?.reply) return draft.story.reply;
  if (outcome === 'resolved' || (draft.item.code === '1403' && random.chance(0.7))) return say(doneText(writer));
  const texts = itemTexts(writer);
  const stated = outcome === 'partly_resolved' ? texts.partly : outcome === 'explained' ? texts.explained : undefined;
  const own = repliesTo(saidIn(writer), stated ?? []);
  const list: readonly string[] = own.length > 0 ? own : outcomeReplies[outcome];
  return say(words.least(list, (text) => text));
}

export function evidenceOf(writer: Writer, outcome: Outcome, reply: string): EvidencePlan {
  const { draft, random, words, serials, say } = writer;
  if (draft.fate.missing || draft.fate.reworks > 0) draft.order.photos = 0;
  const proof = repliesTo(saidIn(writer), draft.picked.topic.proof ?? []);
  const text = outcome === 'resolved' && proof.length > 0 ? say(words.least(proof, (entry) => entry)) : reply;
  const serial = {
    year: Number(draft.slot.date.slice(0, 4)),
    next: () => serials.next(draft.item.code, Number(draft.slot.date.slice(0, 4))),
  };
  if (draft.story?.refNo)
    return { pieces: [{ kind: 'ref_no', value: draft.story.refNo }], arrives: false, leaves: false, byCode: false };
  return planEvidence(draft.item, draft.picked.topic, outcome, draft.order.photos, serial, text, random);
}
