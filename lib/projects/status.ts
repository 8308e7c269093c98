/** 为民办实事 (M17): on the year's list, being built, finished, or stopped with a reason. All of it is public. */
export const statuses = ['planned', 'running', 'completed', 'stopped'] as const;
export type Status = (typeof statuses)[number];
export const openStatuses = ['planned', 'running'] as const;

/** Where the money comes from. */
export const fundings = [
  'collective',
  'street',
  'district',
  'party_dues',
  'maintenance_fund',
  'donation',
  'other',
] as const;
export type Funding = (typeof fundings)[number];
