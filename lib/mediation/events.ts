import type { CheckOutcome, ConsentKind, MediatorKind, OtherWay, SaidWay } from './status';

/**
 * Event type → data. Append-only: entries are added, never edited. Numbers, days and closed words; what was said, by
 * whom and about what lives in tables of its own, read by those inside the case.
 */
export interface MediationEventData {
  'mediation.opened': { parties: number; fromOrder: boolean };
  'mediation.mediator_proposed': { mediator: string; kind: MediatorKind };
  'mediation.consented': { party: number; to: ConsentKind; how: SaidWay; on: string; mediator?: string };
  'mediation.session_held': { ordinal: number };
  'mediation.opinion_asked': { opinion: string };
  'mediation.opinion_answered': { opinion: string };
  'mediation.agreement_written': { version: number; oral: boolean; sha256: string };
  'mediation.signed': { party: number; version: number; on: string };
  'mediation.settled': { version: number; on: string; confirmUntil: string };
  'mediation.checked': { ordinal: number; outcome: CheckOutcome; on: string };
  'mediation.confirmation_applied': { on: string };
  'mediation.confirmed': { on: string };
  'mediation.refused': { party: number; how: SaidWay; on: string };
  'mediation.failed': Record<string, never>;
  'mediation.withdrawn': Record<string, never>;
  'mediation.referred': { way: OtherWay };
}

export type MediationEventType = keyof MediationEventData;
