import { openApiOf } from '@/lib/transport/openapi';
import { endpointRows } from '@/lib/transport/registry';

/** The contract, made of the rows that answer it. */
export function GET(): Response {
  return Response.json(openApiOf(endpointRows), {
    headers: { 'cache-control': 'public, max-age=300', 'x-content-type-options': 'nosniff' },
  });
}
