/** An opinion round (M20): collecting, closed, answered with what was heard and what is done. */
export const statuses = ['open', 'closed', 'published'] as const;
export type Status = (typeof statuses)[number];

/** 党员大会、居民代表大会、居民见面会 …, on paper and on the web. */
export const ways = ['web', 'paper', 'party_meeting', 'representative_meeting', 'meeting'] as const;
export type Way = (typeof ways)[number];
