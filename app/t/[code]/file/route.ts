import { loadTrack } from '@/app/_track/load-track';
import { orderFile } from '@/app/_track/order-file';
import { refusedAnswer } from '@/app/_track/refused';
import { openTracked, readerOf } from '@/app/_track/viewer';
import type { Context } from '@/lib/kernel/context';
import { securityHeaders } from '@/lib/transport/security-headers';
import { currentContext } from '@/lib/transport/session';

/** `GET /t/CODE/file`: the requester's own order as a text file, with everything that the page shows of it. */
export async function GET(_request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const [reader, { code }] = await Promise.all([readerOf(), params]);
  let ctx: Context | null = null;
  try {
    ctx = await currentContext();
    const viewer = await openTracked(ctx, code);
    const text = orderFile(viewer, reader, await loadTrack(viewer, reader));
    // The mark tells old editors that it is UTF-8.
    return new Response(`\uFEFF${text}`, {
      headers: {
        ...securityHeaders,
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="${viewer.order.code}.txt"`,
        'cache-control': 'private, no-store',
      },
    });
  } catch (error) {
    return refusedAnswer(ctx, reader, error, { handle: code, nonce: null });
  }
}
