import { pageAnswer } from '@/app/_board/page-answer';
import { readerOf } from '@/app/_track/viewer';

/** `GET /board/CODE` (R11): one matter of the board, whole, without script. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const [reader, { code }] = await Promise.all([readerOf(), params]);
  const said = new URL(request.url).searchParams.has('said');
  return pageAnswer(reader, { part: code, nonce: request.headers.get('x-nonce'), said });
}
