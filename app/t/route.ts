import { lookupAnswer } from '@/app/_track/lookup-page';
import { refusedAnswer } from '@/app/_track/refused';
import { readerOf } from '@/app/_track/viewer';
import { currentContext } from '@/lib/transport/session';

/** `GET /t`: looks an order up by its query code, or by number with phone tail or PIN. No script. */
export async function GET(request: Request): Promise<Response> {
  const reader = await readerOf();
  const nonce = request.headers.get('x-nonce');
  try {
    const code = new URL(request.url).searchParams.get('code')?.slice(0, 40) ?? '';
    return await lookupAnswer(await currentContext(), reader, { typed: { code, secret: '' } }, { nonce });
  } catch (error) {
    return refusedAnswer(null, reader, error, { handle: '', nonce });
  }
}
