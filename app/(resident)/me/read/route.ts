import { isDomainError } from '@/lib/kernel/errors';
import { readNotices } from '@/lib/notices/commands/read-notices';
import { currentContext } from '@/lib/transport/session';

/** The address of the button, opened as a page (after a lost answer, from the address line): the list itself. */
export const GET = (): Response => new Response(null, { status: 303, headers: { location: '/me#notices' } });

/** All my notices are read; back to the list with 303. Who is no longer signed in goes to sign in first. */
export async function POST(): Promise<Response> {
  const seeOther = (location: string) =>
    new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });
  try {
    await readNotices(await currentContext());
    return seeOther('/me#notices');
  } catch (error) {
    if (isDomainError(error) && error.code === 'unauthenticated') return seeOther('/login?next=/me');
    throw error;
  }
}
