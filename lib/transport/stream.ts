import type { Context } from '@/lib/kernel/context';
import { DomainError, isDomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { processOnce } from '@/lib/kernel/once';
import { type FeedEvent, listFeed } from '@/lib/orders/queries/list-feed';
import type { OrderMessage } from '@/lib/outbox/queries/list-order-messages';
import { type Lane, refuseOutOfScope } from './endpoint';
import { logUnexpected } from './log';
import { problemResponse } from './problem';
import { type RequestContext, requestContext } from './request-context';
import { missedSince, streamHub } from './stream-hub';

const heartbeatMs = 25_000;
/** Of one session at once: a browser has one a tab. */
const mostOfSession = 12;
/** Chunks that may wait for a slow reader before it is cut; it comes back with the last id that it got. */
const mostWaiting = 64;

const open = () => processOnce('stream.open', () => new Map<string, number>());

/** The same batch for the tabs of one person is looked at once. */
const told = new WeakMap<OrderMessage[], Map<string, Promise<FeedEvent[]>>>();

function feedOf(ctx: Context, messages: OrderMessage[]): Promise<FeedEvent[]> {
  const key = ctx.actor.kind === 'person' ? ctx.actor.personId : '';
  const known = told.get(messages) ?? new Map<string, Promise<FeedEvent[]>>();
  told.set(messages, known);
  const feed = known.get(key) ?? listFeed(ctx, messages);
  known.set(key, feed);
  return feed;
}

const written = (event: FeedEvent): string =>
  `id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event.kind === 'order' ? event.order : {})}\n\n`;

/** Whose stream it is, as the headers say now. To listen is not to use: an open page must not keep a session alive. */
async function listenerOf(lane: Lane, headers: Headers): Promise<RequestContext & { sessionId: string }> {
  const called = await requestContext(lane.runtime, headers, 'cookie or bearer', { use: false });
  refuseOutOfScope(called.session?.scope ?? null, 'GET', '/stream');
  if (called.ctx.actor.kind !== 'person' || !called.session)
    throw new DomainError('unauthenticated', 'auth.sign_in_required');
  return { ...called, sessionId: called.session.id };
}

/**
 * `GET /api/v1/stream`: server-sent events of what this caller may see, in the order in which they came into sight.
 * `Last-Event-ID`, or `?after=` for a page that knows when it was made, brings what was missed; an event may come twice,
 * under the same id. `reset`: it was too much, load anew. `end`: the session is over.
 */
export async function answerStream(request: Request, lane: Lane): Promise<Response> {
  const reader = { locale: lane.locale, requestId: newId() };
  try {
    const { sessionId, ctx } = await listenerOf(lane, request.headers);
    const mine = open().get(sessionId) ?? 0;
    if (mine >= mostOfSession)
      throw new DomainError('too_many', 'stream.too_many', { retryAfterSeconds: 30, params: { limit: mostOfSession } });
    const after = request.headers.get('last-event-id') ?? new URL(request.url).searchParams.get('after');
    return new Response(streamOf(request, lane, { sessionId, ctx, after }), {
      headers: {
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-cache, no-store, no-transform',
        'x-accel-buffering': 'no',
        'x-content-type-options': 'nosniff',
        'x-request-id': reader.requestId,
      },
    });
  } catch (error) {
    return problemResponse(error, reader);
  }
}

function streamOf(
  request: Request,
  lane: Lane,
  who: { sessionId: string; ctx: Context; after: string | null },
): ReadableStream<Uint8Array> {
  const db = lane.runtime.engine.reader;
  const hub = streamHub(db);
  const encoder = new TextEncoder();
  let stop = () => {};
  return new ReadableStream({
    start(controller) {
      let { ctx } = who;
      let over = false;
      const count = open();
      count.set(who.sessionId, (count.get(who.sessionId) ?? 0) + 1);
      const send = (text: string) => {
        if (over) return;
        if ((controller.desiredSize ?? 0) < -mostWaiting) return stop();
        controller.enqueue(encoder.encode(text));
      };
      // One after the other, so that steps stay in their order.
      let turn: Promise<unknown> = Promise.resolve();
      const inTurn = (work: () => Promise<void>) => {
        turn = turn.then(work).catch((error: unknown) => {
          if (!over) logUnexpected(error, reader.requestId);
          stop();
        });
      };
      const reader = { requestId: newId() };
      const tell = async (messages: OrderMessage[]) => {
        for (const event of over ? [] : await feedOf(ctx, messages)) send(written(event));
      };
      const lookAgain = async () => {
        try {
          ({ ctx } = await listenerOf(lane, request.headers));
          send(': still here\n\n');
        } catch (error) {
          // Signed out is the end; a database that does not answer is not, and the browser comes back by itself.
          if (isDomainError(error)) send('event: end\ndata: {}\n\n');
          stop();
        }
      };
      const { ready, stop: deaf } = hub.listen((messages) => inTurn(() => tell(messages)));
      const heart = setInterval(() => inTurn(lookAgain), heartbeatMs).unref();
      const forget = hub.onClose(() => stop());
      stop = () => {
        if (over) return;
        over = true;
        deaf();
        forget();
        clearInterval(heart);
        const left = (count.get(who.sessionId) ?? 1) - 1;
        if (left > 0) count.set(who.sessionId, left);
        else count.delete(who.sessionId);
        try {
          controller.close();
        } catch {
          // Its reader left first.
        }
      };
      request.signal.addEventListener('abort', () => stop(), { once: true });
      send('retry: 3000\n\n');
      inTurn(async () => {
        await ready;
        if (who.after) {
          const missed = await missedSince(db, who.after);
          if (missed) await tell(missed);
          else send('event: reset\ndata: {}\n\n');
        }
        send(': listening\n\n');
      });
    },
    cancel: () => stop(),
  });
}
