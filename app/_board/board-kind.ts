import type { ReactNode } from 'react';
import type { IconName } from '@/components/icon';
import type { Tone } from '@/components/tone';
import type { AnonymousActor, Context } from '@/lib/kernel/context';
import type { Reader } from '../_track/viewer';

/** The board is read by nobody in particular: whoever keeps the papers sees there what everybody sees. */
export type PublicContext = Context & { actor: AnonymousActor };

/** The tabs of the board that list cases; 公示中 gathers what of all kinds is on notice, 办结公开 is a page of its own. */
export const kindTabs = ['deliberation', 'project', 'answer', 'round'] as const;
export type KindTab = (typeof kindTabs)[number];

/** One matter in a list of the board. */
export interface BoardRow {
  code: string;
  title: { zh: string; en: string };
  state: { word: string; tone: Tone; icon: IconName };
  /** When it became public, epoch milliseconds. */
  at: number;
  /** What else is said of it, a line each; `said`: as somebody wrote it, in Chinese on pages of either language. */
  lines?: (string | { label: string; said: string })[];
  /** While it is on notice: last day and days left, that day included. `words`: the message key, where it is no 公示. */
  notice: { until: string; daysLeft: number; words?: string } | null;
}

export interface BoardRows {
  rows: BoardRow[];
  nextCursor: string | null;
}

/** `paper`: the sheet for the wall, everything unfolded and nothing to press. */
export type Medium = 'screen' | 'paper';

/** What came of looking up the receipt of a secret vote. */
export interface ReceiptAnswer {
  meeting: string;
  choice: string | null;
}

export interface BoardPage {
  title: { zh: string; en: string };
  body: ReactNode;
  /** 提意见 may be pressed now, and how much was said so far. */
  takesComments: boolean;
  comments: number;
}

/** A kind of case on the board: its lists, its page, and what may be said to it. */
export interface BoardKind {
  tab: KindTab;
  /** What the kind is called, a message key. */
  name: string;
  list(ctx: PublicContext, reader: Reader, ask: { community: string; cursor?: string }): Promise<BoardRows>;
  /** Those on notice now, the one that ends first on top. */
  onNotice?(ctx: PublicContext, reader: Reader, community: string): Promise<BoardRow[]>;
  /** @throws not_found what is not public */
  open(
    ctx: PublicContext,
    reader: Reader,
    page: { code: string; medium: Medium; receipt?: ReceiptAnswer },
  ): Promise<BoardPage>;
  /** 提意见: takes what somebody says. @throws rule when nothing is asked for now */
  comment?(ctx: PublicContext, said: Comment): Promise<unknown>;
  /** Looks a receipt up. @throws not_found no such line */
  findReceipt?(
    ctx: PublicContext,
    ask: { code: string; meeting: string; receipt: string },
  ): Promise<{ choice: string }>;
  /** The lines of a secret vote that is over. @throws not_found */
  tally?(ctx: PublicContext, ask: { code: string; meeting: string }): Promise<string>;
}

export interface Comment {
  code: string;
  clientId: string;
  words: string;
  contact?: string;
}
