import { opinionForm, takeOpinion } from '@/app/_board/opinion-answer';
import { readerOf } from '@/app/_track/viewer';

type Params = { params: Promise<{ code: string }> };

/** `GET /board/CODE/opinion`: the form of a question that collects now; `?said=1` after one was taken. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const [reader, { code }] = await Promise.all([readerOf(), params]);
  const said = new URL(request.url).searchParams.has('said');
  return opinionForm(reader, { part: code, nonce: request.headers.get('x-nonce'), said });
}

/** `POST /board/CODE/opinion`: takes it; 303, or the form with everything typed. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const [reader, { code }] = await Promise.all([readerOf(), params]);
  return takeOpinion(request, reader, { part: code, nonce: request.headers.get('x-nonce') });
}
