import { sessionEndsAt } from '@/lib/transport/session';

/** Somebody is still here: the request itself is use. Answers how long the session now lasts, 0 when it is over. */
export async function POST(): Promise<Response> {
  const endsAt = await sessionEndsAt();
  const leftMs = endsAt === null ? 0 : endsAt - Date.now();
  return Response.json({ leftMs }, { headers: { 'cache-control': 'no-store' } });
}
