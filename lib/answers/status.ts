import type { Status as OrderStatus } from '@/lib/orders/status';

/** 采纳, 部分采纳, 不采纳: how a suggestion was decided (M14). */
export const decisions = ['adopted', 'partly_adopted', 'not_adopted'] as const;
export type Decision = (typeof decisions)[number];

/** `promised` until it is done or taken back; what was not adopted is `closed` from the beginning. */
export const statuses = ['promised', 'done', 'closed'] as const;
export type Status = (typeof statuses)[number];

/** Who weighed it before it was answered: 经社区“两委”、党员按规定程序审议. */
export const weighedBy = ['two_committees', 'party_meeting', 'representative_meeting', 'community_office'] as const;
export type WeighedBy = (typeof weighedBy)[number];

/**
 * The items whose orders are weighed and answered: a suggestion (1403), and a wish for a facility (0603), whose evidence
 * may be a plan or a project's number instead of a repair.
 */
export const answeredItems: readonly string[] = ['1403', '0603'];

/** The items that wait for an answer by themselves; of the others most are settled by doing them. */
export const waitingItem = '1403';

/** An order that was taken back, refused or joined to another has nobody left to answer. */
export const isOrderOver = (status: OrderStatus): boolean =>
  (['withdrawn', 'declined', 'merged'] as readonly OrderStatus[]).includes(status);
