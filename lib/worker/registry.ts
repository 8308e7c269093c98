import { keepAnswerPhotos, tellOfAnswer } from '@/lib/answers/handlers';
import { takeProject } from '@/lib/deliberation/commands/take-project';
import { keepDocument, tellOfDeliberation } from '@/lib/deliberation/handlers';
import type { Context } from '@/lib/kernel/context';
import { holdOrderOf, tellOfLetter } from '@/lib/letters/handlers';
import { tellOfMediation } from '@/lib/mediation/handlers';
import { tellPeople } from '@/lib/notices/commands/tell-people';
import { tellKeepers, tellOfOrder, tellSources } from '@/lib/notices/handlers';
import { holdOrder } from '@/lib/orders/commands/hold-order';
import { lookAtOrder } from '@/lib/orders/commands/look-at-order';
import {
  handOnVisit,
  keepEventPhotos,
  linkForRating,
  recomputeAfterCalendarChange,
  tellOfBrokenRules,
  tellOfReply,
  tellOfSupervision,
} from '@/lib/orders/handlers';
import { sendLoginCode } from '@/lib/people/commands/send-login-code';
import { keepProjectPhoto, projectOf, tellOfProject } from '@/lib/projects/handlers';
import { tellOfRound } from '@/lib/rounds/handlers';
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

/** What came back is coloured at once, not when the clock comes round (journey 7.5). */
const colourOrder: Handler = async (ctx, _topic, payload) =>
  void (await lookAtOrder(ctx, { orderId: orderMessage(payload).orderId }));
const comesBack = ['order.reworked', 'order.reopened', 'order.rated', 'order.called_back'];

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

const onDeliberationEvent: Handler[] = [
  (ctx, _topic, payload) =>
    tellOfDeliberation(ctx, caseMessage(payload), {
      sources: (step) => tellSources(ctx, step),
      keepers: (step) => tellKeepers(ctx, step),
      voters: ({ personIds, kind, caseCode, caseId, seq, at }) =>
        tellPeople(ctx, { personIds, kind, code: caseCode, dedupe: `${kind}:${caseId}:${seq}`, at }),
    }),
  (ctx, _topic, payload) =>
    keepDocument(ctx, caseMessage(payload), async (id) => void (await attachDocument(ctx, { id }))),
];

/** A project says by which decision it was opened, or got more money; the decision then names it too. */
const nameProject: Handler = (ctx, _topic, payload) =>
  projectOf(ctx, caseMessage(payload), async (link) => void (await takeProject(ctx, link)));

const onAnswerEvent: Handler[] = [
  (ctx, _topic, payload) => tellOfAnswer(ctx, caseMessage(payload), (step) => tellSources(ctx, step)),
  (ctx, _topic, payload) =>
    keepAnswerPhotos(ctx, caseMessage(payload), async (ids) => void (await attachUploads(ctx, { ids }))),
];

const onRoundEvent: Handler[] = [
  (ctx, _topic, payload) => tellOfRound(ctx, caseMessage(payload), (step) => tellKeepers(ctx, step)),
];

/** Those inside the case alone are told, and of nothing but that it went on. */
const onMediationEvent: Handler[] = [
  (ctx, topic, payload) => tellOfMediation(ctx, topic, caseMessage(payload), (notice) => tellPeople(ctx, notice)),
];

/** The other side of a letter: the units that it went to, or who sent it. */
const onLetterEvent: Handler[] = [
  (ctx, _topic, payload) => tellOfLetter(ctx, caseMessage(payload), (notice) => tellPeople(ctx, notice)),
  (ctx, _topic, payload) => holdOrderOf(ctx, caseMessage(payload), (order) => holdOrder(ctx, order)),
];

/** Which handlers serve which topic. A topic without one is a fault and ends as a dead message that somebody sees. */
export function handlersOf(topic: string): Handler[] {
  if (topic === 'calendar.changed') return [(ctx, _topic, payload) => recomputeAfterCalendarChange(ctx, payload)];
  if (topic === 'routing.broke')
    return [(ctx, _topic, payload) => tellOfBrokenRules(ctx, payload, (notice) => tellPeople(ctx, notice))];
  if (topic === 'login_code.asked') return [onCodeAsked];
  if (topic === 'order.passed')
    return [...onOrderEvent, (ctx, _topic, payload) => linkForRating(ctx, orderMessage(payload))];
  if (comesBack.includes(topic)) return [...onOrderEvent, colourOrder];
  if (topic === 'order.supervised')
    return [
      ...onOrderEvent,
      (ctx, _topic, payload) => tellOfSupervision(ctx, orderMessage(payload), (line) => tellPeople(ctx, line)),
    ];
  if (topic === 'supervision.replied')
    return [
      (ctx, _topic, payload) =>
        tellOfReply(ctx, { noticeId: String(payload.noticeId), by: String(payload.by) }, (line) =>
          tellPeople(ctx, line),
        ),
    ];
  if (topic === 'order.left' || topic === 'order.evidence_submitted')
    return [
      ...onOrderEvent,
      (ctx, _topic, payload) => handOnVisit(ctx, orderMessage(payload), (visit) => keepVisit(ctx, visit)),
    ];
  if (topic === 'project.opened' || topic === 'project.budget_raised') return [...onProjectEvent, nameProject];
  if (topic.startsWith('project.')) return onProjectEvent;
  if (topic.startsWith('answer.')) return onAnswerEvent;
  if (topic.startsWith('round.')) return onRoundEvent;
  if (topic.startsWith('deliberation.')) return onDeliberationEvent;
  if (topic.startsWith('mediation.')) return onMediationEvent;
  if (topic.startsWith('letter.')) return onLetterEvent;
  return topic.startsWith('order.') ? onOrderEvent : [];
}
