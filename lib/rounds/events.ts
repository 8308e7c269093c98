import type { Way } from './status';

/** Event type → data. Append-only: entries are added, never edited. No personal data and no free words. */
export interface RoundEventData {
  'round.opened': { code: string; opensOn: string; closesOn: string };
  /** Neither who nor what: only that one more came in. */
  'round.collected': { way: Way };
  'round.written_down': { way: Way; heads: number };
  'round.closed': { entries: number; heads: number; early?: true };
  'round.published': { version: number; rows: number; sha256: string };
  'round.list_changed': { version: number; rows: number; sha256: string };
}

export type RoundEventType = keyof RoundEventData;
