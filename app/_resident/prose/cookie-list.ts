/** Every cookie that the program sets, for the privacy notice; a test holds the list against the sources. */
export const cookieList = [
  { name: 'locale', says: 'locale' },
  { name: 'mode', says: 'mode' },
  { name: 'my_orders', says: 'my_orders' },
  { name: 'report_draft', says: 'draft' },
  { name: 'report_cleared', says: 'cleared' },
  { name: 'report_sent', says: 'sent' },
  { name: 'report_secret', says: 'secret' },
  { name: 'track_grant', says: 'grant' },
  { name: 'track_typed', says: 'typed' },
  { name: 'track_done', says: 'done' },
  { name: 'login_phone', says: 'login' },
  { name: 'next-auth.session-token', says: 'session' },
  { name: 'next-auth.csrf-token', says: 'api' },
  { name: 'next-auth.callback-url', says: 'api' },
  { name: 'kept_…', says: 'kept' },
  { name: 'slip', says: 'slip' },
  { name: 'revealed', says: 'revealed' },
  { name: 'verdict_held', says: 'held' },
] as const satisfies readonly { name: string; says: string }[];

/** For residents; the rest only ever reach the browsers of staff. */
export const residentCookies = cookieList.slice(0, 12);
export const staffCookies = cookieList.slice(12);
