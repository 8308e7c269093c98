import type { LegalForm } from '@/lib/places/status';
import type { Basis, Body, VoteWay, VotingStage } from './status';

/**
 * Event type → data. Append-only: entries are added, never edited. No personal data and no free words: texts, rolls and
 * objections live in tables of their own, and an event refers to them.
 */
export interface DeliberationEventData {
  'deliberation.opened': { code: string; legalForm: LegalForm; pack: string; sources: string[] };
  'deliberation.revised': { fields: string[] };
  'deliberation.basis_stated': { basis: Basis; version?: number; sha256?: string };
  'deliberation.plan_written': { version: number; sha256: string };
  'deliberation.plan_sent': { version: number; on: string };
  'deliberation.convened': {
    meeting: string;
    stage: VotingStage;
    ordinal: number;
    body: Body;
    heldAt: number;
    web: boolean;
    votesUntil?: number;
  };
  'deliberation.roll_entered': { meeting: string; size: number };
  'deliberation.roll_frozen': { meeting: string; eligible: number; digest: string };
  'deliberation.attended': { meeting: string; present: number; needed: number };
  /** `plan`: the version that is voted on; absent before there is one. */
  'deliberation.vote_opened': { meeting: string; present: number | null; needed: number; plan?: number };
  'deliberation.counted': { meeting: string; way: VoteWay; yes: number; no: number; abstain: number };
  /** Neither who nor how: only that one more vote came in. */
  'deliberation.cast': { meeting: string };
  'deliberation.vote_closed': {
    meeting: string;
    eligible: number;
    present: number;
    yes: number;
    no: number;
    abstain: number;
    needed: number;
    passed: boolean;
    ballotDigest: string | null;
  };
  'deliberation.meeting_annulled': { meeting: string };
  'deliberation.rejected': { version?: number; sha256?: string };
  'deliberation.withdrawn': { version?: number; sha256?: string };
  'deliberation.published': { version: number; sha256: string; noticeUntil: string };
  'deliberation.corrected': { version: number; sha256: string; noticeUntil: string };
  'deliberation.objected': { objection: string };
  'deliberation.objection_answered': { objection: string };
  'deliberation.filed': { on: string };
  'deliberation.prices_set': { version: number; rows: number };
  'deliberation.begun': Record<string, never>;
  'deliberation.handed_on': { project?: string; orders?: string[] };
  'deliberation.result_published': { version: number; sha256: string };
  'deliberation.result_corrected': { version: number; sha256: string };
  'deliberation.source_added': { orders: string[] };
  /** `document`: its id; what it is called and who may read it stand beside the case. */
  'deliberation.attached': { document: string };
}

export type DeliberationEventType = keyof DeliberationEventData;
