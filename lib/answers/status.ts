/** 采纳, 部分采纳, 不采纳: how a suggestion was decided (M14). */
export const decisions = ['adopted', 'partly_adopted', 'not_adopted'] as const;
export type Decision = (typeof decisions)[number];

/** `promised` until it is done or taken back; what was not adopted is `closed` from the beginning. */
export const statuses = ['promised', 'done', 'closed'] as const;
export type Status = (typeof statuses)[number];

/** Who weighed it before it was answered: 经社区“两委”、党员按规定程序审议. */
export const weighedBy = ['two_committees', 'party_meeting', 'representative_meeting', 'community_office'] as const;
export type WeighedBy = (typeof weighedBy)[number];
