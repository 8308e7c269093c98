import { commentForm, takeComment } from '@/app/_board/comment-answer';
import { readerOf } from '@/app/_track/viewer';

type Params = { params: Promise<{ code: string }> };

/** `GET /board/CODE/comment` (R12): the form. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const [reader, { code }] = await Promise.all([readerOf(), params]);
  return commentForm(reader, { part: code, nonce: request.headers.get('x-nonce') });
}

/** `POST /board/CODE/comment`: takes it; 303 back to the matter, or the form with everything typed. */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  const [reader, { code }] = await Promise.all([readerOf(), params]);
  return takeComment(request, reader, { part: code, nonce: request.headers.get('x-nonce') });
}
