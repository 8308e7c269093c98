import type { Part } from './status';

/** Event type → data. Append-only: entries are added, never edited. No personal data and no free words. */
export interface LetterEventData {
  'letter.sent': { code: string; replyBy: string; units: { unit: string; part: Part }[]; order?: string };
  'letter.received': { unit: string };
  'letter.replied': { unit: string; reply: string; part: Part };
  'letter.sent_back': { unit: string; reply: string; replyBy: string };
  'letter.extended': { from: string; to: string };
  'letter.meeting_held': { meeting: string; on: string; present: string[]; decisions: string[] };
  'letter.decision_settled': { decision: string; unit: string };
  'letter.decision_postponed': { decision: string; from: string; to: string };
  'letter.closed': { late: boolean };
  'letter.called_off': Record<string, never>;
}

export type LetterEventType = keyof LetterEventData;
