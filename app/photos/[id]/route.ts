import { readReportDraft } from '@/app/_resident/report/draft';
import { isKeptPhoto } from '@/app/_shell/kept';
import { isAnswerPhoto } from '@/lib/answers/queries/is-answer-photo';
import { actorKey } from '@/lib/kernel/actor-key';
import { isDomainError } from '@/lib/kernel/errors';
import { maySeePhoto } from '@/lib/orders/queries/may-see-photo';
import { isProjectPhoto } from '@/lib/projects/queries/is-project-photo';
import { statusOf } from '@/lib/transport/problem';
import { currentContext } from '@/lib/transport/session';
import { openUpload } from '@/lib/uploads/queries/open-upload';

const bare = { 'cache-control': 'private, no-store', 'x-content-type-options': 'nosniff' };

/**
 * One photo, `?size=thumb` or whole, for whoever may see its order by session; of a project, for everybody; `?of=CODE` of
 * an answer, for who reads that; one that belongs to nothing yet, for who sent it: a person by session, anybody by a draft
 * of this browser. Anybody else: not there.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const { id } = await params;
  const { searchParams } = new URL(request.url);
  const size = searchParams.get('size') === 'thumb' ? 'thumb' : 'full';
  const of = searchParams.get('of');
  try {
    const ctx = await currentContext();
    const photo = await openUpload(ctx, {
      id,
      size,
      allow: async (upload) => {
        if (await maySeePhoto(ctx, { uploadId: upload.id })) return true;
        if (await isProjectPhoto(ctx, { uploadId: upload.id })) return true;
        if (of && (await isAnswerPhoto(ctx, { code: of, uploadId: upload.id }))) return true;
        if (upload.attached) return false;
        if (ctx.actor.kind === 'person' && upload.createdBy === actorKey(ctx.actor)) return true;
        return (await readReportDraft(ctx))?.photoIds.includes(upload.id) || isKeptPhoto(ctx, upload.id);
      },
    });
    return new Response(photo.stream, {
      headers: {
        'content-type': photo.mime,
        'content-length': String(photo.bytes),
        // The bytes of an id never change; who may see them does.
        'cache-control': 'private, max-age=300',
        'content-disposition': 'inline',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'",
        'cross-origin-resource-policy': 'same-origin',
      },
    });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return new Response(null, { status: statusOf[error.code], headers: bare });
  }
}
