import { nameIn } from '../_shell/names';
import type { Reader } from '../_track/viewer';
import { refusedBoard } from './board-answer';
import type { PublicContext } from './board-kind';
import { kindAt } from './page-answer';
import { paperSheet } from './paper-shell';
import { publicContext } from './public-context';

/** `GET /board/CODE/print`: the matter on A4 for the wall, everything unfolded, with the code that leads to it. */
export async function paperAnswer(reader: Reader, { part, nonce }: { part: string; nonce: string | null }) {
  const { t, locale } = reader;
  let ctx: PublicContext | null = null;
  try {
    ctx = await publicContext();
    const { kind, code } = kindAt(part);
    const page = await kind.open(ctx, reader, { code, medium: 'paper' });
    return await paperSheet(ctx, reader, {
      title: nameIn(locale, page.title),
      path: `/board/${code}`,
      scan: t(page.takesComments ? 'board.print.scan_comment' : 'board.print.scan'),
      nonce,
      children: page.body,
    });
  } catch (error) {
    return refusedBoard(ctx, reader, error, nonce);
  }
}
