/** The ways in which a report comes in; orders keep which one, and rules of routing may ask for it. */
export const channels = [
  'web',
  'hall',
  'chat',
  'representative',
  'phone',
  'patrol',
  'hotline',
  'power',
  'foreign_desk',
] as const;
export type Channel = (typeof channels)[number];
