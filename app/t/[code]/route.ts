import { cookies } from 'next/headers';
import { createElement } from 'react';
import { trackAnswer } from '@/app/_track/answers';
import { communityPhone, trackFrame } from '@/app/_track/frame';
import { refusedAnswer } from '@/app/_track/refused';
import { TrackButtons, TrackPage } from '@/app/_track/track-page';
import { doneCookie, openTracked, readerOf } from '@/app/_track/viewer';
import { currentContext } from '@/lib/transport/session';

/** `GET /t/CODE`: the resident's side of one order, whole, without script. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const [ctx, reader, { code }] = await Promise.all([currentContext(), readerOf(), params]);
  const nonce = request.headers.get('x-nonce');
  const { t } = reader;
  try {
    const viewer = await openTracked(ctx, code);
    const phone = await communityPhone(ctx);
    // What a step just did: shown once, as long as it is of this order.
    const [number, key, count] = ((await cookies()).get(doneCookie)?.value ?? '').split('.');
    const done = number === viewer.order.code && key ? t(`track.done.${key}`, { count: Number(count) || 0 }) : null;
    const body = await trackFrame(ctx, reader, {
      back: { href: '/mine', label: t('nav.mine') },
      returnTo: `/t/${viewer.handle}`,
      actions: createElement(TrackButtons, { viewer, reader, phone }),
      children: createElement(TrackPage, { viewer, reader, now: ctx.now(), done, phone }),
    });
    const response = await trackAnswer(reader, { title: viewer.order.code, body, nonce });
    if (done) response.headers.append('set-cookie', `${doneCookie}=; Path=/t; Max-Age=0; HttpOnly; SameSite=Lax`);
    return response;
  } catch (error) {
    return refusedAnswer(ctx, reader, error, nonce);
  }
}
