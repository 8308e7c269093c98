import type { Colour, Ground, LadderStep } from './status';
import type { NoticeRow } from './supervision-store';

interface Named {
  zh: string;
  en: string;
}

/** A 督办单 as one of its readers may see it; times RFC 3339, days `YYYY-MM-DD`. */
export interface SupervisionView {
  code: string;
  /** As it is written on paper: 督〔2024〕第7号. */
  number: string;
  /** Null for who is told of it and may not see the order. */
  order: { code: string; item: Named; place: Named; status: string } | null;
  community: string;
  ground: Ground;
  colour: Colour;
  owner: Named | null;
  step: LadderStep | null;
  /** Null where the clock issued it. */
  issuedBy: Named | null;
  words: string | null;
  issuedAt: string;
  replyBy: string;
  climbs: number;
  repliedAt: string | null;
  endedAt: string | null;
  /** `waiting` and `late`: an answer is due, or was; `answered`; `ended`: its ground is gone. */
  state: 'waiting' | 'late' | 'answered' | 'ended';
  replies: { by: Named | null; calls: string; cause: string; measure: string; checkOn: string; at: string }[];
  told: { name: Named; step: LadderStep; at: string }[];
  /** Kebab-case actions that this caller may do now. */
  abilities: string[];
}

export const numberOf = ({ year, serial }: Pick<NoticeRow, 'year' | 'serial'>): string => `督〔${year}〕第${serial}号`;

export function stateOfNotice(
  notice: Pick<NoticeRow, 'endedAt' | 'repliedAt' | 'replyBy' | 'climbs'>,
  now: number,
): SupervisionView['state'] {
  if (notice.endedAt !== null) return notice.repliedAt === null ? 'ended' : 'answered';
  if (notice.repliedAt !== null) return 'answered';
  return notice.replyBy < now || notice.climbs > 0 ? 'late' : 'waiting';
}
