/**
 * 人民调解 (M18). A mediation begins when both sides agreed to it and to the mediator, and ends when either does not
 * want it any more (人民调解法 17, 20, 26).
 */
export const statuses = [
  'applied',
  'agreed',
  'in_session',
  'settled',
  'performed',
  'broken',
  'failed',
  'withdrawn',
  'referred',
] as const;
export type Status = (typeof statuses)[number];
export const openStatuses = ['applied', 'agreed', 'in_session'] as const;

/** 五老: who mediates beside the committee. */
export const mediatorKinds = [
  'committee',
  'old_party_member',
  'old_cadre',
  'old_teacher',
  'old_village_head',
  'respected_elder',
] as const;
export type MediatorKind = (typeof mediatorKinds)[number];

/** 三官一律: judge, prosecutor, police officer, lawyer on the legal duty roster (M19). */
export const dutyKinds = ['judge', 'prosecutor', 'police', 'lawyer'] as const;
export type DutyKind = (typeof dutyKinds)[number];

/** The other ways, always shown on a refusal and at an end without agreement (人民调解法 3, 26). */
export const otherWays = ['court', 'arbitration', 'police', 'hotline', 'petition', 'legal_aid'] as const;
export type OtherWay = (typeof otherWays)[number];

/** What a party consents to, each for itself (17, 19). */
export const consentKinds = ['mediation', 'mediator'] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** How somebody's will became known; `account` is their own, the others are entered by the secretary. */
export const enteredWays = ['in_person', 'phone', 'paper'] as const;
export type EnteredWay = (typeof enteredWays)[number];
export type SaidWay = EnteredWay | 'account';

/** What a look at the performance found (31). */
export const checkOutcomes = ['performed', 'not_yet', 'broken'] as const;
export type CheckOutcome = (typeof checkOutcomes)[number];

/** 33: applied for jointly within thirty days of taking effect; the thirtieth counts, or the first worked day after it. */
export const confirmDays = 30;
/** 一般一个月内办结, a habit and not the law. */
export const plannedDays = 30;
