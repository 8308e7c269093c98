import { createElement } from 'react';
import { trackAnswer } from '@/app/_track/answers';
import { trackFrame } from '@/app/_track/frame';
import { LookupPage } from '@/app/_track/lookup-page';
import { readerOf } from '@/app/_track/viewer';
import { currentContext } from '@/lib/transport/session';

/** `GET /t`: looks an order up by its query code, or by number with phone tail or PIN. No script. */
export async function GET(request: Request): Promise<Response> {
  const [ctx, reader] = await Promise.all([currentContext(), readerOf()]);
  const { t } = reader;
  const body = await trackFrame(ctx, reader, {
    back: { href: '/', label: t('nav.home') },
    returnTo: '/t',
    children: createElement(LookupPage, { reader, typed: { code: '', secret: '' }, error: null }),
  });
  return trackAnswer(reader, { title: t('lookup.title'), body, nonce: request.headers.get('x-nonce') });
}
