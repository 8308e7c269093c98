import { stepOf } from '@/lib/deliberation/queries/step-of';
import type { Context } from '@/lib/kernel/context';
import { tellOfOrder, tellSources } from '@/lib/notices/handlers';
import { handOnVisit, keepEventPhotos, linkForRating, recomputeAfterCalendarChange } from '@/lib/orders/handlers';
import { sendLoginCode } from '@/lib/people/commands/send-login-code';
import { keepProjectPhoto, tellOfProject } from '@/lib/projects/handlers';
import { codeText, httpSms, readGateway } from '@/lib/sms/gateway';
import { attachDocument } from '@/lib/uploads/commands/attach-document';
import { attachUploads } from '@/lib/uploads/commands/attach-uploads';
import { keepVisit } from '@/lib/volunteers/commands/keep-visit';

/** An effect after the commit: idempotent, since a message may come twice. */
export type Handler = (ctx: Context, topic: string, payload: Record<string, unknown>) => Promise<void>;

const orderMessage = (payload: Record<string, unknown>) => ({
  orderId: String(payload.orderId),
  seq: Number(payload.seq),
});

const onOrderEvent: Handler[] = [
  (ctx, topic, payload) => tellOfOrder(ctx, topic, orderMessage(payload)),
  (ctx, _topic, payload) =>
    keepEventPhotos(
      ctx,
      orderMessage(payload),
      async (ids, nameless) => void (await attachUploads(ctx, { ids, nameless })),
    ),
];

const caseMessage = (payload: Record<string, unknown>) => ({
  caseId: String(payload.caseId),
  seq: Number(payload.seq),
});

const onProjectEvent: Handler[] = [
  (ctx, _topic, payload) => tellOfProject(ctx, caseMessage(payload), (step) => tellSources(ctx, step)),
  (ctx, _topic, payload) =>
    keepProjectPhoto(ctx, caseMessage(payload), async (ids) => void (await attachUploads(ctx, { ids }))),
];

const onCodeAsked: Handler = (ctx, _topic, payload) =>
  sendLoginCode(ctx, { codeId: String(payload.codeId) }, async (phone, values) => {
    const gateway = readGateway(process.env);
    if (!gateway) throw new Error('no SMS gateway is configured');
    await httpSms(gateway).send(phone, codeText(process.env, values));
  });

const caseMessage = (payload: Record<string, unknown>) => ({
  caseId: String(payload.caseId),
  seq: Number(payload.seq),
});

const onDeliberationEvent: Handler[] = [(ctx, topic, payload) => tellOfDeliberation(ctx, topic, caseMessage(payload))];

/** A document that stands beside a case is swept no more. */
const keepDocument: Handler = async (ctx, _topic, payload) => {
  const step = await stepOf(ctx, caseMessage(payload));
  if (step) await attachDocument(ctx, { id: String(step.event.data.document) });
};

/** Which handlers serve which topic. A topic without one is a fault and ends as a dead message that somebody sees. */
export function handlersOf(topic: string): Handler[] {
  if (topic === 'calendar.changed') return [(ctx, _topic, payload) => recomputeAfterCalendarChange(ctx, payload)];
  if (topic === 'login_code.asked') return [onCodeAsked];
  if (topic === 'order.passed')
    return [...onOrderEvent, (ctx, _topic, payload) => linkForRating(ctx, orderMessage(payload))];
  if (topic === 'order.left' || topic === 'order.evidence_submitted')
    return [
      ...onOrderEvent,
      (ctx, _topic, payload) => handOnVisit(ctx, orderMessage(payload), (visit) => keepVisit(ctx, visit)),
    ];
  if (topic.startsWith('project.')) return onProjectEvent;
  if (topic === 'deliberation.attached') return [...onDeliberationEvent, keepDocument];
  if (topic.startsWith('deliberation.')) return onDeliberationEvent;
  return topic.startsWith('order.') ? onOrderEvent : [];
}
