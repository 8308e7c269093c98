import { createElement } from 'react';
import { trackAnswer } from '@/app/_track/answers';
import { readDone, withoutDoneMark } from '@/app/_track/done';
import { trackFrame } from '@/app/_track/frame';
import { loadTrack } from '@/app/_track/load-track';
import { refusedAnswer } from '@/app/_track/refused';
import { TrackButtons, TrackPage } from '@/app/_track/track-page';
import { openTracked, readerOf } from '@/app/_track/viewer';
import type { Context } from '@/lib/kernel/context';
import { currentContext } from '@/lib/transport/session';

/** `GET /t/CODE`: the resident's side of one order, whole, without script. */
export async function GET(request: Request, { params }: { params: Promise<{ code: string }> }): Promise<Response> {
  const [reader, { code }] = await Promise.all([readerOf(), params]);
  const nonce = request.headers.get('x-nonce');
  const { t } = reader;
  let ctx: Context | null = null;
  try {
    ctx = await currentContext();
    const viewer = await openTracked(ctx, code);
    const [data, done] = await Promise.all([loadTrack(viewer, reader), readDone(viewer.order.code, t)]);
    const body = await trackFrame(ctx, reader, {
      back: { href: '/mine', label: t('nav.mine') },
      returnTo: `/t/${viewer.handle}`,
      actions: createElement(TrackButtons, { viewer, reader, data }),
      children: createElement(TrackPage, { viewer, reader, data, now: ctx.now(), done }),
    });
    const response = await trackAnswer(reader, { title: viewer.order.code, body, nonce });
    if (done) response.headers.append('set-cookie', withoutDoneMark());
    return response;
  } catch (error) {
    return refusedAnswer(ctx, reader, error, { handle: code, nonce });
  }
}
