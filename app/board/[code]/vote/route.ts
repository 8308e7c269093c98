import { takeVote, voteForm } from '@/app/_board/vote-answer';
import { readerOf } from '@/app/_track/viewer';

type Params = { params: Promise<{ code: string }> };

/** `GET /board/CODE/vote`: the ballot, for who stands on the frozen roll. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const [reader, { code }] = await Promise.all([readerOf(), params]);
  return voteForm(reader, { part: code, nonce: request.headers.get('x-nonce') });
}

/** `POST /board/CODE/vote`: takes it once, and answers with the receipt. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const [reader, { code }] = await Promise.all([readerOf(), params]);
  return takeVote(request, reader, { part: code, nonce: request.headers.get('x-nonce') });
}
