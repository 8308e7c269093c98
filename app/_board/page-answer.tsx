import { LinkButton } from '@/components/button';
import { Notice } from '@/components/notice';
import { DomainError } from '@/lib/kernel/errors';
import { pathText } from '@/lib/kernel/path-text';
import { nameIn } from '../_shell/names';
import { trackFrame } from '../_track/frame';
import type { Reader } from '../_track/viewer';
import { boardAnswer, refusedBoard } from './board-answer';
import type { BoardKind, PublicContext, ReceiptAnswer } from './board-kind';
import { kindOf, readCode } from './kinds';
import { publicContext } from './public-context';

/** The kind behind a part of an address. @throws not_found what is no code of the board */
export function kindAt(part: string): { kind: BoardKind; code: string } {
  const code = readCode(pathText(part));
  const kind = kindOf(code);
  if (!kind) throw new DomainError('not_found', 'deliberation.not_found');
  return { kind, code };
}

interface Asked {
  /** The part of the address that names the case. */
  part: string;
  nonce: string | null;
  /** A comment was taken just now. */
  said?: boolean;
  receipt?: ReceiptAnswer;
  status?: number;
}

/** `/board/CODE`: one matter, whole, as everybody may read it. */
export async function pageAnswer(reader: Reader, { part, nonce, said, receipt, status }: Asked): Promise<Response> {
  const { t, locale } = reader;
  let ctx: PublicContext | null = null;
  try {
    ctx = await publicContext();
    const { kind, code } = kindAt(part);
    const page = await kind.open(ctx, reader, { code, medium: 'screen', receipt });
    const body = await trackFrame(ctx, reader, {
      back: { href: '/board', label: t('nav.board') },
      returnTo: `/board/${code}`,
      actions: (
        <>
          <LinkButton kind="outline" icon="printer" href={`/board/${code}/print`}>
            {t('board.print.open')}
          </LinkButton>
          {page.takesComments && (
            <LinkButton icon="message" href={`/board/${code}/comment`}>
              {t('board.comment.title')}
            </LinkButton>
          )}
        </>
      ),
      children: (
        <>
          {said && <Notice kind="done">{t('board.comment.taken')}</Notice>}
          {page.body}
        </>
      ),
    });
    return await boardAnswer(reader, { title: nameIn(locale, page.title), body, nonce, status });
  } catch (error) {
    return refusedBoard(ctx, reader, error, nonce);
  }
}
