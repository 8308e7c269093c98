import { trackAnswer } from '@/app/_track/answers';
import { offlineBody } from '@/app/_track/offline-page';
import { readerOf } from '@/app/_track/viewer';
import { currentContext } from '@/lib/transport/session';

/** `GET /offline` (R20): the page that `public/sw.js` keeps and shows where there is no network. No script. */
export async function GET(request: Request): Promise<Response> {
  const reader = await readerOf();
  const ctx = await currentContext();
  const body = await offlineBody(ctx, reader);
  return trackAnswer(reader, { title: reader.t('offline.title'), body, nonce: request.headers.get('x-nonce') });
}
