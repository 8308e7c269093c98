import type { Decision, WeighedBy } from './status';

/** What was said, by its version and the hash of its words; the words stand in a table of their own. */
interface Said {
  version: number;
  sha256: string;
}

/** Event type → data. Append-only: entries are added, never edited. No personal data and no free words. */
export interface AnswerEventData {
  'answer.given': Said & {
    code: string;
    order: string;
    decision: Decision;
    weighedBy: WeighedBy;
    weighedOn: string;
    dueOn: string | null;
  };
  'answer.restated': Said & { was: string | null; dueOn: string };
  'answer.fulfilled': Said & { doneOn: string; photos: string[] };
  'answer.taken_back': Said & { was: string | null };
  'answer.reworded': Said;
  'answer.linked': { deliberation?: string; project?: string };
}

export type AnswerEventType = keyof AnswerEventData;
