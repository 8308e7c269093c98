import { receiptAnswer } from '@/app/_board/receipt-answer';
import { seeOther } from '@/app/_track/answers';
import { readerOf } from '@/app/_track/viewer';

type Params = { params: Promise<{ code: string }> };

/** Whoever opens the address of the answer again is led to the question. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  return seeOther(`/board/${encodeURIComponent((await params).code)}#receipt`);
}

/** `POST /board/CODE/receipt`: finds one's own line in the tally of a secret vote. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const [reader, { code }] = await Promise.all([readerOf(), params]);
  return receiptAnswer(request, reader, { part: code, nonce: request.headers.get('x-nonce') });
}
