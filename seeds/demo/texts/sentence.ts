/**
 * The words of one matter that residents bring up under a taxonomy item. A sentence is `title|words`.
 * Slots: `{place}` (building and stair, or a point), `{building}`, `{quarter}`; only where a person would name it.
 */
export interface Topic {
  key: string;
  /** Suffixes of the cells where this happens, e.g. lifts only in `006`; without it the six cells of the quarters. */
  cells?: readonly string[];
  /** Months (1–12) in which people speak of this; without it all year round. */
  months?: readonly number[];
  /** Typed or said by the resident. */
  spoken: readonly string[];
  /** A message of the quarter's chat group, taken over by staff. */
  chat: readonly string[];
  /** Noted at the counter or on the phone. */
  clerk: readonly string[];
  /** Found by the grid worker on the round. */
  patrol?: readonly string[];
  /** Raised by a rule, without a person. */
  alert?: readonly string[];
  /**
   * What the handler did, as the evidence says it. `keywords|reply` answers words in which one of the keywords, parted
   * by spaces, occurs; a reply without keywords answers any.
   */
  done: readonly string[];
  /** The text piece that the item's evidence asks for, where the item has one. */
  proof?: readonly string[];
}

export interface ItemTexts {
  item: string;
  topics: readonly Topic[];
  /** When the matter is only partly solved. */
  partly?: readonly string[];
  /** When the matter was explained, with reason and basis. */
  explained?: readonly string[];
  /** Question of the desk and the resident's answer. */
  questions?: readonly (readonly [question: string, answer: string])[];
}

export interface Sentence {
  title: string;
  words: string;
}

/** Splits `title|words`. @throws Error when a part is missing, so that a slip in the data stops the plan. */
export function readSentence(entry: string): Sentence {
  const [title, words, more] = entry.split('|');
  if (!title || !words || more !== undefined) throw new Error(`not a sentence: ${entry}`);
  return { title, words };
}

/**
 * The replies that answer what was said: those with a keyword in it, else those without keywords, else none.
 * The list holds `reply` or `keywords|reply`.
 */
export function repliesTo(said: string, list: readonly string[]): string[] {
  const rows = list.map((entry) => {
    const [left = '', right] = entry.split('|');
    return right === undefined ? { keywords: [], reply: left } : { keywords: left.split(' '), reply: right };
  });
  const fitting = rows.filter((row) => row.keywords.some((keyword) => said.includes(keyword)));
  return (fitting.length > 0 ? fitting : rows.filter((row) => row.keywords.length === 0)).map((row) => row.reply);
}

/** Fills `{slot}`s. @throws Error on a slot without a value. */
export function fillSlots(text: string, slots: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = slots[name];
    if (value === undefined) throw new Error(`slot without value: ${name}`);
    return value;
  });
}
