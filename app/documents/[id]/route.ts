import { mayReadDocument } from '@/lib/deliberation/queries/may-read-document';
import { actorKey } from '@/lib/kernel/actor-key';
import { isDomainError } from '@/lib/kernel/errors';
import { statusOf } from '@/lib/transport/problem';
import { currentContext } from '@/lib/transport/session';
import { openDocument } from '@/lib/uploads/queries/open-document';

/** RFC 8187: `encodeURIComponent` leaves three marks that a parameter may not have. */
const inHeader = (name: string) =>
  encodeURIComponent(name).replace(/['()*]/g, (mark) => `%${mark.charCodeAt(0).toString(16)}`);

const bare = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };

/**
 * One document, for whoever may read it by the case that it belongs to; before it belongs to one, for who handed it in.
 * Always to be saved, never shown inside a page. Anybody else: not there.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  try {
    const ctx = await currentContext();
    const document = await openDocument(ctx, {
      id,
      allow: async ({ createdBy, attached }) => {
        const isOwn = ctx.actor.kind === 'person' && createdBy === actorKey(ctx.actor);
        return (!attached && isOwn) || mayReadDocument(ctx, { id });
      },
    });
    return new Response(document.stream, {
      headers: {
        'content-type': 'application/pdf',
        'content-length': String(document.bytes),
        'cache-control': 'private, no-store',
        'content-disposition': `attachment; filename="document.pdf"; filename*=UTF-8''${inHeader(document.name)}`,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cross-origin-resource-policy': 'same-origin',
      },
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return new Response(null, { status: statusOf[error.code], headers: bare });
  }
}
