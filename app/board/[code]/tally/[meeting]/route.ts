import { refusedBoard } from '@/app/_board/board-answer';
import type { PublicContext } from '@/app/_board/board-kind';
import { kindAt } from '@/app/_board/page-answer';
import { publicContext } from '@/app/_board/public-context';
import { readerOf } from '@/app/_track/viewer';
import { DomainError } from '@/lib/kernel/errors';
import { pathText } from '@/lib/kernel/path-text';

type Params = { params: Promise<{ code: string; meeting: string }> };

/** `GET /board/CODE/tally/MEETING`: the ballots of a secret vote that is over, a line each, exactly as they were hashed. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const [reader, asked] = await Promise.all([readerOf(), params]);
  let ctx: PublicContext | null = null;
  try {
    ctx = await publicContext();
    const { kind, code } = kindAt(asked.code);
    if (!kind.tally) throw new DomainError('not_found', 'deliberation.no_tally');
    const lines = await kind.tally(ctx, { code, meeting: pathText(asked.meeting).slice(0, 64) });
    return new Response(lines, {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': `attachment; filename="${code}-tally.txt"`,
        'cache-control': 'no-store',
      },
    });
  } catch (error) {
    return refusedBoard(ctx, reader, error, request.headers.get('x-nonce'));
  }
}
