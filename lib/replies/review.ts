import {
  commonCharacters,
  hollowPhrases,
  nextPoint,
  questions,
  type Shortcoming,
  statedDeed,
  statedTime,
  vagueTimes,
} from './rules';

export interface Finding {
  kind: Shortcoming;
  /** The words that it is about: a phrase of the reply, or what was asked and left out. Empty for the whole reply. */
  about: string;
}

/** Of a point, as it is quoted. */
const longestQuote = 20;
const flat = (text: string) => text.normalize('NFKC').replace(/\s+/g, '');
const isHan = (letter: string) => /\p{Script=Han}/u.test(letter);
const telling = (text: string) => [...flat(text)].filter((letter) => isHan(letter) && !commonCharacters.has(letter));

/** Whether one of the telling characters of what was said comes up in a text. */
const speaksOf = (said: string, text: string) => telling(said).some((letter) => text.includes(letter));

/**
 * What a reply to a resident lacks, by rules that anybody can read (`rules.ts`): empty phrases where nothing is said, a
 * time that is none, a question without its answer, one of several points left out, words about something else, or the
 * resident's own words said back. It judges what is there to be read; that it is true is for the branch to verify.
 *
 * @param asked the resident's words
 * @param about what it is called, in Chinese: a reply that names it is not off the topic
 * @returns at most one finding of a kind but for points left out; nothing for texts without Chinese
 */
export function reviewReply(asked: string, reply: string, about: string): Finding[] {
  const [question, answer] = [flat(asked), flat(reply)];
  if (telling(answer).length === 0) return [];
  const found: Finding[] = [];
  const add = (kind: Shortcoming, words = '') => found.push({ kind, about: words });

  if (question.length > 5 && (answer === question || question.includes(answer))) add('echo');
  const said = hollowPhrases.filter((phrase) => answer.includes(phrase));
  const rest = said.reduce((text, phrase) => text.replaceAll(phrase, ''), answer);
  if (said[0] && !statedDeed.test(rest) && !statedTime.test(rest)) add('hollow', said[0]);
  const vague = vagueTimes.find((phrase) => answer.includes(phrase));
  if (vague && !statedTime.test(answer)) add('no_date', vague);
  let isAnswer = false;
  for (const { kind, asked: asks, answered } of questions) {
    const words = asks.exec(question)?.[0];
    const isAnswered = answered.test(answer);
    if (words && !isAnswered) add(kind, words);
    if (words && isAnswered) isAnswer = true;
  }
  const points = question.split(nextPoint).filter((point) => telling(point).length >= 2);
  const open = points.filter((point) => !speaksOf(point, answer));
  // A reply that speaks of none of them lacks something else.
  if (open.length < points.length)
    for (const point of open) add('left_out', [...point].slice(0, longestQuote).join(''));

  const topic = new Set([...telling(question), ...telling(about)]);
  const isAbout = telling(answer).some((letter) => topic.has(letter));
  // What answers a question, or tells what was done and when, may be said in other words.
  const says = isAnswer || statedDeed.test(answer) || statedTime.test(answer);
  if (!isAbout && !says && telling(question).length > 0) add('off_topic');
  return found;
}
