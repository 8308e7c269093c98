import { signOut } from '@/lib/people/commands/sign-out';
import { currentContext, forgetSession } from '@/lib/transport/session';

/**
 * Ends this browser's session, on the server first, and goes home. A plain form at a stable address: it also works
 * from a page that was open since before the last deploy.
 */
export async function POST(): Promise<Response> {
  await signOut(await currentContext());
  await forgetSession();
  return new Response(null, { status: 303, headers: { location: '/', 'cache-control': 'no-store' } });
}
