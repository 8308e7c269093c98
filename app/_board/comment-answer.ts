import { createElement } from 'react';
import type { FieldError } from '@/components/error-summary';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { guardOrigin } from '@/lib/transport/http';
import { reworded } from '@/lib/transport/issues';
import { problemOf } from '@/lib/transport/problem';
import { type PostedForm, readPostedForm } from '../_resident/form-body';
import { seeOther } from '../_track/answers';
import { trackFrame } from '../_track/frame';
import type { Reader } from '../_track/viewer';
import { boardAnswer, refusedBoard } from './board-answer';
import type { PublicContext } from './board-kind';
import { CommentClosed, type CommentFields, CommentForm } from './comment-form';
import { kindAt } from './page-answer';
import { publicContext } from './public-context';

// Words only: a file is thrown away as it comes.
const bodyLimits = { fileBytes: 0, files: 0, totalBytes: 4 * 1024 * 1024 };

interface Asked {
  part: string;
  nonce: string | null;
}

interface Shown extends Asked {
  fields: CommentFields;
  errors: FieldError[];
  status: number;
  retryAfterSeconds?: number;
}

/** The page of the form, with what was typed; or why nothing is asked for now. */
async function formAnswer(ctx: PublicContext, reader: Reader, shown: Shown): Promise<Response> {
  const { t } = reader;
  const { kind, code } = kindAt(shown.part);
  const page = await kind.open(ctx, reader, { code, medium: 'screen' });
  const { fields, errors, nonce, status, retryAfterSeconds } = shown;
  const body = await trackFrame(ctx, reader, {
    back: { href: `/board/${code}`, label: t('board.comment.back') },
    returnTo: `/board/${code}/comment`,
    children: page.takesComments
      ? createElement(CommentForm, { code, title: page.title, fields, errors, comments: page.comments, reader })
      : createElement(CommentClosed, { code, words: fields.words, reader }),
  });
  const script = page.takesComments ? '/keep-typed.js' : undefined;
  return boardAnswer(reader, { title: t('board.comment.title'), body, nonce, status, retryAfterSeconds, script });
}

/** `GET /board/CODE/comment`. */
export async function commentForm(reader: Reader, asked: Asked): Promise<Response> {
  let ctx: PublicContext | null = null;
  try {
    ctx = await publicContext();
    const fields = { words: '', contact: '', clientId: newId() };
    return await formAnswer(ctx, reader, { ...asked, fields, errors: [], status: 200 });
  } catch (error) {
    return refusedBoard(ctx, reader, error, asked.nonce);
  }
}

const text = (form: PostedForm | null, name: string): string => {
  const value = form?.fields[name];
  return typeof value === 'string' ? value : '';
};

/** A refusal at the field that it is about; what is about none stands at the words. */
function errorsOf(error: unknown, detail: string, { t, locale }: Reader): FieldError[] {
  const issues = isDomainError(error) ? reworded(error.details.issues ?? [], locale) : [];
  const found = issues.flatMap(({ path, reason, message }): FieldError[] => {
    if (path === 'contact') return [{ field: 'contact', message }];
    if (path !== 'words') return [];
    const isEmpty = reason === 'input.required';
    return [{ field: 'words', message: isEmpty ? t('board.comment.empty') : message }];
  });
  const first = found.filter(({ field }, at) => found.findIndex((other) => other.field === field) === at);
  return first.length > 0 ? first : [{ field: 'words', message: detail }];
}

/**
 * `POST /board/CODE/comment`: takes what somebody says and goes back to the matter with 303; the same form sent twice is
 * one comment. On a refusal everything typed comes back, also where nothing can be stored.
 */
export async function takeComment(request: Request, reader: Reader, asked: Asked): Promise<Response> {
  let ctx: PublicContext | null = null;
  let form: PostedForm | null = null;
  try {
    guardOrigin(request);
    form = await readPostedForm(request, bodyLimits);
    ctx = await publicContext();
    const { kind, code } = kindAt(asked.part);
    if (!kind.comment) throw new DomainError('not_found', 'deliberation.not_found');
    const contact = text(form, 'contact').trim();
    const clientId = text(form, 'clientId') || newId();
    await kind.comment(ctx, { code, clientId, words: text(form, 'words'), ...(contact && { contact }) });
    return seeOther(`/board/${code}?said=1`);
  } catch (error) {
    if (!form || (isDomainError(error) && error.code === 'not_found')) {
      return refusedBoard(ctx, reader, error, asked.nonce);
    }
    return again(ctx, reader, { ...asked, form, error });
  }
}

/** The form once more, as it was typed. Where the case cannot be read either, the form alone. */
async function again(
  ctx: PublicContext | null,
  reader: Reader,
  refused: Asked & { form: PostedForm; error: unknown },
): Promise<Response> {
  const { form, error, part, nonce } = refused;
  const { status, detail } = problemOf(error, { locale: reader.locale, requestId: ctx?.requestId ?? newId() });
  // A key that was used belongs to what was sent with it.
  const isUsed = isDomainError(error) && error.reason === 'request.key_reused';
  const fields = {
    words: text(form, 'words'),
    contact: text(form, 'contact'),
    clientId: (isUsed ? '' : text(form, 'clientId')) || newId(),
  };
  const errors = errorsOf(error, detail, reader);
  const retryAfterSeconds = isDomainError(error) ? error.details.retryAfterSeconds : undefined;
  if (ctx && status < 500) {
    try {
      return await formAnswer(ctx, reader, { part, nonce, fields, errors, status, retryAfterSeconds });
    } catch {
      // The case went away, or the database did: below.
    }
  }
  const { code } = kindAt(part);
  const body = await trackFrame(null, reader, {
    back: { href: `/board/${code}`, label: reader.t('board.comment.back') },
    returnTo: `/board/${code}`,
    children: createElement(CommentForm, { code, title: null, fields, errors, comments: 0, reader }),
  });
  return boardAnswer(reader, { title: reader.t('board.comment.title'), body, nonce, status: 503 });
}
