import { sessionLeft } from '@/lib/transport/session';

/** Somebody is still here: the request itself is use. Answers how long the session now lasts (`SessionLeft`), 0 when it is over. */
export async function POST(): Promise<Response> {
  const left = (await sessionLeft()) ?? { leftMs: 0, lastMs: 0 };
  return Response.json(left, { headers: { 'cache-control': 'no-store' } });
}
