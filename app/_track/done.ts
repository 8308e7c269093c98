import { cookies } from 'next/headers';
import type { Translate } from '../_shell/translate';
import { trackCookie } from './answers';

/** What a step just did, shown once on the order's page; the cookie names the order, the step, and how often it was reopened. */
const doneCookie = 'track_done';
const doneKeys = ['rate', 'reopened', 'supplement', 'note', 'nudge', 'withdraw', 'reopen', 'appeal', 'amend'];

export const doneMark = (number: string, key: string, reopenCount: number): string =>
  trackCookie(doneCookie, `${number}.${key}.${reopenCount}`, 300);

export const withoutDoneMark = (): string => trackCookie(doneCookie, '', 0);

/** The words for what was just done to this order; null when nothing was. `count`: the first reopening begins handling 2. */
export async function readDone(order: string, t: Translate): Promise<string | null> {
  const [number, key = '', reopened] = ((await cookies()).get(doneCookie)?.value ?? '').split('.');
  if (number !== order || !doneKeys.includes(key)) return null;
  return t(`track.done.${key}`, { count: (Number(reopened) || 0) + 1 });
}
