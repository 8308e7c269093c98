import { privacyBody } from '@/app/_resident/prose/privacy-page';
import { proseCss } from '@/app/_resident/prose/prose-css';
import { trackAnswer } from '@/app/_track/answers';
import { readerOf } from '@/app/_track/viewer';
import { currentContext } from '@/lib/transport/session';

/** `GET /privacy` (R20): the privacy notice, whole without script. */
export async function GET(request: Request): Promise<Response> {
  const [reader, ctx] = await Promise.all([readerOf(), currentContext()]);
  const body = await privacyBody(ctx, reader);
  const nonce = request.headers.get('x-nonce');
  return trackAnswer(reader, { title: reader.t('privacy.title'), body, nonce, css: proseCss });
}
