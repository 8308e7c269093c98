import { refusedAnswer } from '@/app/_track/refused';
import { openTracked, readerOf } from '@/app/_track/viewer';
import { isDomainError } from '@/lib/kernel/errors';
import { maySeePhoto } from '@/lib/orders/queries/may-see-photo';
import { securityHeaders } from '@/lib/transport/security-headers';
import { currentContext } from '@/lib/transport/session';
import { openUpload } from '@/lib/uploads/queries/open-upload';

/** `GET /t/CODE/photo/ID[?size=thumb]`: a photo of the holder's own order. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ code: string; id: string }> },
): Promise<Response> {
  const [ctx, { code, id }] = await Promise.all([currentContext(), params]);
  // A picture in a page stays empty; one that was opened by itself says why, and how to open the order again.
  const isPage = request.headers.get('accept')?.includes('text/html') ?? false;
  const size = new URL(request.url).searchParams.get('size') === 'thumb' ? 'thumb' : 'full';
  try {
    const viewer = await openTracked(ctx, code);
    const photo = await openUpload(ctx, {
      id,
      size,
      allow: ({ id: uploadId }) => maySeePhoto(viewer.ctx, { uploadId }),
    });
    return new Response(photo.stream, {
      headers: {
        ...securityHeaders,
        'content-type': photo.mime,
        'content-length': String(photo.bytes),
        'cache-control': 'private, max-age=3600',
      },
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    if (isPage) return refusedAnswer(ctx, await readerOf(), error, { handle: code, nonce: null });
    return new Response(null, { status: error.code === 'too_many' ? 429 : 404, headers: securityHeaders });
  }
}
