import { createElement } from 'react';
import { castVote } from '@/lib/deliberation/commands/cast-vote';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { type Choice, choices } from '@/lib/deliberation/status';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { pathText } from '@/lib/kernel/path-text';
import { guardOrigin } from '@/lib/transport/http';
import { problemOf } from '@/lib/transport/problem';
import { noteRefusal } from '@/lib/transport/refusals';
import { currentContext } from '@/lib/transport/session';
import { readPostedForm } from '../_resident/form-body';
import { seeOther } from '../_track/answers';
import { trackFrame } from '../_track/frame';
import type { Reader } from '../_track/viewer';
import { boardAnswer, refusedBoard } from './board-answer';
import { readCode } from './kinds';
import { publicContext } from './public-context';
import { VoteForm, VoteReceipt } from './vote-form';

const bodyLimits = { fileBytes: 0, files: 0, totalBytes: 64 * 1024 };

interface Asked {
  part: string;
  nonce: string | null;
}

interface Shown {
  code: string;
  nonce: string | null;
  status?: number;
  /** Why the vote was not taken. */
  error?: string;
  chosen?: Choice;
  clientId?: string;
}

/** The ballot, or why there is none for this person. The one page of the board that is read as who is signed in. */
async function ballot(ctx: Context, reader: Reader, shown: Shown): Promise<Response> {
  const { code, nonce, status, error, chosen, clientId = newId() } = shown;
  const detail = await getDeliberation(ctx, { code });
  const body = await trackFrame(await publicContext(), reader, {
    back: { href: `/board/${code}`, label: reader.t('board.comment.back') },
    returnTo: `/board/${code}/vote`,
    children: createElement(VoteForm, { detail, reader, error, chosen, clientId }),
  });
  return boardAnswer(reader, { title: reader.t('board.vote.title'), body, nonce, status });
}

/** `GET /board/CODE/vote`. Nobody votes without being who stands on the roll, so signing in comes first. */
export async function voteForm(reader: Reader, { part, nonce }: Asked): Promise<Response> {
  try {
    const code = readCode(pathText(part));
    const ctx = await currentContext();
    if (ctx.actor.kind !== 'person') return seeOther(`/login?next=${encodeURIComponent(`/board/${code}/vote`)}`);
    return await ballot(ctx, reader, { code, nonce });
  } catch (error) {
    return refusedBoard(await publicContext().catch(() => null), reader, error, nonce);
  }
}

/**
 * `POST /board/CODE/vote`: the receipt is the answer itself and stands at no address; the same form sent again is one
 * vote and shows the same receipt.
 */
export async function takeVote(request: Request, reader: Reader, { part, nonce }: Asked): Promise<Response> {
  try {
    guardOrigin(request);
    const { fields } = await readPostedForm(request, bodyLimits);
    const code = readCode(pathText(part));
    const ctx = await currentContext();
    if (ctx.actor.kind !== 'person') return seeOther(`/login?next=${encodeURIComponent(`/board/${code}/vote`)}`);
    const choice = choices.find((one) => one === fields.choice);
    const clientId = typeof fields.clientId === 'string' ? fields.clientId.slice(0, 100) : '';
    if (!choice) {
      return await ballot(ctx, reader, { code, nonce, clientId, status: 422, error: reader.t('board.vote.choose') });
    }
    try {
      const { receipt } = await castVote(ctx, { code, clientId, choice });
      const body = await trackFrame(await publicContext(), reader, {
        back: { href: `/board/${code}`, label: reader.t('board.comment.back') },
        returnTo: `/board/${code}`,
        children: createElement(VoteReceipt, { code, receipt, reader }),
      });
      return await boardAnswer(reader, { title: reader.t('board.vote.taken'), body, nonce });
    } catch (error) {
      if (!isDomainError(error) || error.code === 'not_found') throw error;
      await noteRefusal(ctx, error, 'POST /deliberations/{code}/actions/cast', code);
      const { status, detail } = problemOf(error, { locale: reader.locale, requestId: ctx.requestId });
      return await ballot(ctx, reader, { code, nonce, status, error: detail, chosen: choice });
    }
  } catch (error) {
    return refusedBoard(await publicContext().catch(() => null), reader, error, nonce);
  }
}
