import { getTranslations } from 'next-intl/server';
import { filesForm } from '@/app/_matters/deliberation/files-card';
import { listPath } from '@/app/_matters/deliberation/run-step';
import { type PostedForm, readPostedForm } from '@/app/_resident/form-body';
import { dropKept, type Refused, storeKept, type Typed } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { attachDocument } from '@/lib/deliberation/commands/attach-document';
import { attachInput } from '@/lib/deliberation/input';
import type { DeliberationSummary } from '@/lib/deliberation/view';
import type { Context } from '@/lib/kernel/context';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { pathText } from '@/lib/kernel/path-text';
import { defineAction, refusedState } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { guardOrigin } from '@/lib/transport/http';
import { problemResponse } from '@/lib/transport/problem';
import { currentContext } from '@/lib/transport/session';
import { maxDocumentForm } from '@/lib/transport/upload-endpoint';
import { reasonWords } from '@/lib/transport/words';
import { storeDocument } from '@/lib/uploads/commands/store-document';
import { maxDocumentBytes } from '@/lib/uploads/input';

/** A file that is too large is read past and refused in words, up to what nobody sends by mistake. */
const limits = { fileBytes: maxDocumentBytes, files: 1, totalBytes: 100 * 1024 * 1024 };
const ofStrangers = { fileBytes: 0, files: 0, totalBytes: maxDocumentForm };

/** The row of the HTTP contract that does the same, for the trail of refusals. */
const row = 'POST /deliberations/{code}/actions/attach';
const attach = defineAction(attachInput, attachDocument, { as: row });

const seeOther = (location: string) =>
  new Response(null, { status: 303, headers: { location, 'cache-control': 'no-store' } });

const textOf = (fields: PostedForm['fields'], name: string): string => [fields[name] ?? ''].flat()[0] ?? '';

/** The document of this form: the file that came, or the one that an earlier try left. */
async function documentOf(ctx: Context, { fields, files }: PostedForm): Promise<{ id: string; name: string }> {
  const [file] = files;
  if (!file) {
    const id = textOf(fields, 'document');
    if (id === '') throw new DomainError('invalid', 'upload.document_empty');
    return { id, name: textOf(fields, 'documentName') };
  }
  if (!file.bytes) {
    throw new DomainError('too_large', 'upload.document_too_large', {
      params: { megabytes: maxDocumentBytes / 1024 ** 2 },
    });
  }
  return storeDocument(ctx, { bytes: file.bytes, name: file.name });
}

/** Joins the document to the case. `typed` gains the document as soon as it is kept, so that nobody sends it twice. */
async function join(ctx: Context, code: string, sent: PostedForm, typed: Typed): Promise<ActionState<unknown>> {
  try {
    const { id, name } = await documentOf(ctx, sent);
    Object.assign(typed, { document: id, documentName: name });
    const form = new FormData();
    for (const field of ['clientId', 'meeting', 'isPublic']) form.append(field, textOf(sent.fields, field));
    form.append('code', code);
    form.append('document', id);
    return await attach({ ...untouched } as ActionState<DeliberationSummary>, form);
  } catch (error) {
    const state = await refusedState(error, ctx, { ...typed, code }, row);
    const { reason = '', message = '' } = state;
    const [file] = sent.files;
    const words = file
      ? (await getTranslations('work'))('photo_refused', { name: file.name, reason: message })
      : message;
    return { ...state, issues: state.issues ?? [{ path: 'file', reason, message: words }] };
  }
}

/**
 * `POST /desk/deliberations/CODE/files`: one PDF of at most 10 MB with who may read it, multipart. The same with script
 * and without. What is refused is said at its field, with the choices and a document that was already kept still there.
 */
export async function POST(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const code = pathText((await params).code).toUpperCase();
  if (!/^[A-Z0-9-]{5,32}$/.test(code)) return seeOther(listPath);
  const path = `${listPath}/${code}`;
  const back = `${path}?form=${filesForm}#errors`;
  const [ctx, { locale }] = [await currentContext(), await readPreferences()];
  const signedIn = ctx.actor.kind === 'person';
  const keep = (typed: Typed, refused: Refused) => storeKept(ctx, path, filesForm, typed, refused);
  try {
    guardOrigin(request);
    const sent = await readPostedForm(request, signedIn ? limits : ofStrangers);
    const { clientId: _, ...typed }: Typed = { ...sent.fields };
    if (!signedIn) {
      await keep(typed, { message: (await getTranslations('matters.files'))('signed_out') });
      return seeOther(`/login?next=${encodeURIComponent(back)}`);
    }
    const state = await join(ctx, code, sent, typed);
    if (!state.ok) {
      await keep(typed, state);
      return seeOther(back);
    }
    await dropKept(ctx, path, filesForm);
    return seeOther(`${path}?done=${filesForm}#files`);
  } catch (error) {
    if (!isDomainError(error) || error.code === 'forbidden') {
      return problemResponse(error, { locale, requestId: ctx.requestId });
    }
    await keep({}, { message: reasonWords(locale, error.reason, error.code, error.details.params) });
    return seeOther(signedIn ? back : `/login?next=${encodeURIComponent(back)}`);
  }
}
