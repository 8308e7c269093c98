/** A part of a whole that the law or a rule asks for; `strict` is 过半数 / 超过, otherwise 以上 (民法典 1259). */
export interface Share {
  num: number;
  den: number;
  strict?: true;
  /** Of those who should attend (应到), or of those present (实到). */
  of: 'eligible' | 'present';
  /** Key of the sentence that names the rule. */
  source: string;
  /** The text was amended, and the text in force was not read: said beside the rule. */
  unread?: true;
}

/** The smallest whole number that satisfies a share of `base` heads. */
export function least(share: Pick<Share, 'num' | 'den' | 'strict'>, base: number): number {
  // In whole numbers: base × num / den is rarely exact in binary fractions.
  const scaled = base * share.num;
  return share.strict ? Math.floor(scaled / share.den) + 1 : Math.ceil(scaled / share.den);
}

export interface Heads {
  eligible: number;
  present: number;
}

/** What several rules ask for together: the strictest of them decides, and is named. */
export interface Needed {
  needed: number;
  by: Share;
  /** Rules of the same set that ask for less. */
  weaker: { needed: number; by: Share }[];
}

/** @throws RangeError when there is no rule: a vote without one cannot be judged. */
export function strictest(shares: readonly Share[], heads: Heads): Needed {
  const asked = shares
    .map((by) => ({ by, needed: least(by, by.of === 'eligible' ? heads.eligible : heads.present) }))
    .sort((a, b) => b.needed - a.needed);
  const [first, ...rest] = asked;
  if (!first) throw new RangeError('a body without a rule');
  return { ...first, weaker: rest.filter((one) => one.needed < first.needed) };
}

/** `97/147` → 65.98: per cent in hundredths, cut off and never rounded up to a threshold that was not reached. */
export const shareInPercent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((part * 10_000) / whole) / 100;
