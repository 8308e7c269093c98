import { connection } from 'next/server';
import { health } from '@/lib/transport/health';

/** For whoever watches the machine: 200 when ready, 503 when not. */
export async function GET(): Promise<Response> {
  await connection();
  const state = await health();
  return Response.json(state, {
    status: state.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  });
}
