import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { type StoredDocument, storeDocument } from '@/lib/uploads/commands/store-document';
import { type StoredUpload, storeUpload } from '@/lib/uploads/commands/store-upload';
import { maxDocumentBytes, maxUploadBytes } from '@/lib/uploads/input';
import { type Lane, refuseOutOfScope } from './endpoint';
import { guardOrigin, readBytes } from './http';
import { problemResponse } from './problem';
import { noteRefusal } from './refusals';
import { requestContext } from './request-context';

// Boundaries and part headers around one file.
const wrapping = 64 * 1024;

/**
 * A multipart body of at most `limit` bytes as a form.
 * All or nothing: for callers who are told to send again. Residents' forms are read part by part (`readPostedForm`), so
 * that words survive a photo that is too large.
 * @throws too_large `http.too_large`, wrong_type `http.not_multipart`, unreadable `http.broken_multipart`
 */
export async function readMultipart(request: Request, limit: number): Promise<FormData> {
  const type = request.headers.get('content-type') ?? '';
  if (!/^multipart\/form-data\b/i.test(type)) throw new DomainError('wrong_type', 'http.not_multipart');
  const bytes = await readBytes(request, limit);
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData();
  } catch {
    throw new DomainError('unreadable', 'http.broken_multipart');
  }
}

/**
 * Keeps the photos of one field of a form, in order. A field that was left empty has none: browsers send a file
 * without a name and without bytes for it.
 * @throws as `storeUpload`, and invalid `upload.too_many` above `most`
 */
export async function storePhotos(ctx: Context, form: FormData, field: string, most: number): Promise<StoredUpload[]> {
  const files = form.getAll(field).filter((part): part is File => typeof part !== 'string' && part.size > 0);
  if (files.length > most) throw new DomainError('invalid', 'upload.too_many', { params: { limit: most } });
  const stored: StoredUpload[] = [];
  for (const file of files) {
    if (file.size > maxUploadBytes) {
      throw new DomainError('too_large', 'upload.too_large', { params: { megabytes: 8 } });
    }
    stored.push(await storeUpload(ctx, { bytes: Buffer.from(await file.arrayBuffer()) }));
  }
  return stored;
}

/**
 * Keeps the document of one field of a form; null when the field was left empty.
 * @throws as `storeDocument`
 */
export async function storeDocumentOf(ctx: Context, form: FormData, field: string): Promise<StoredDocument | null> {
  const file = form.getAll(field).find((part): part is File => typeof part !== 'string' && part.size > 0);
  return file ? storeDocument(ctx, { bytes: Buffer.from(await file.arrayBuffer()), name: file.name }) : null;
}

/** The most that a form with one document may weigh. */
export const maxDocumentForm = maxDocumentBytes + wrapping;

/** One file in the field `file`, kept by `store` → 201 and its answer, or a problem. */
async function answerFile(
  request: Request,
  lane: Lane,
  path: string,
  limit: number,
  store: (ctx: Context, form: FormData) => Promise<Record<string, unknown>>,
): Promise<Response> {
  const reader = { locale: lane.locale, requestId: newId() };
  let ctx: Context | null = null;
  try {
    guardOrigin(request);
    const called = await requestContext(lane.runtime, request.headers, 'cookie or bearer');
    ctx = { ...called.ctx, requestId: reader.requestId };
    refuseOutOfScope(called.session?.scope ?? null, 'POST', path);
    const form = await readMultipart(request, limit + wrapping);
    const answer = await store(ctx, form);
    return Response.json(answer, {
      status: 201,
      headers: {
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-request-id': reader.requestId,
      },
    });
  } catch (error) {
    if (ctx) await noteRefusal(ctx, error, `POST ${path}`);
    return problemResponse(error, reader);
  }
}

/** `POST /api/v1/uploads`: one photo in the field `file` → 201 `{ id, width, height }`, or a problem. */
export const answerUpload = (request: Request, lane: Lane): Promise<Response> =>
  answerFile(request, lane, '/uploads', maxUploadBytes, async (ctx, form) => {
    const [stored] = await storePhotos(ctx, form, 'file', 1);
    if (!stored) throw new DomainError('invalid', 'upload.empty');
    const { id, width, height } = stored;
    return { id, width, height };
  });

/** `POST /api/v1/documents`: one PDF in the field `file` → 201 `{ id, name, bytes, sha256 }`, or a problem. */
export const answerDocument = (request: Request, lane: Lane): Promise<Response> =>
  answerFile(request, lane, '/documents', maxDocumentBytes, async (ctx, form) => {
    const stored = await storeDocumentOf(ctx, form, 'file');
    if (!stored) throw new DomainError('invalid', 'upload.document_empty');
    return { ...stored };
  });
