import { paperAnswer } from '@/app/_board/paper-answer';
import { readerOf } from '@/app/_track/viewer';

/** `GET /board/CODE/print`: the sheet for the wall, plain HTML without script. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const [reader, { code }] = await Promise.all([readerOf(), params]);
  return paperAnswer(reader, { part: code, nonce: request.headers.get('x-nonce') });
}
