import { answersOfOrders } from '@/lib/answers/queries/answers-of-orders';
import { type AnswerDetail, getAnswer } from '@/lib/answers/queries/get-answer';
import { answeredItems } from '@/lib/answers/status';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { type AnsweringCase, casesOfOrder } from '@/lib/deliberation/queries/cases-of-order';
import type { Context } from '@/lib/kernel/context';
import { maskName } from '@/lib/kernel/text';
import { usualHandler } from '@/lib/orders/queries/usual-handler';
import type { TimelineEntry } from '@/lib/orders/timeline';
import { findHandler } from '@/lib/people/queries/find-handler';
import { type AnsweringProject, projectsOfOrder } from '@/lib/projects/queries/projects-of-order';
import { placeOf } from '../_resident/report/load-report';
import { nameIn } from '../_shell/names';
import { communityPhone } from './frame';
import { isPast } from './main-action';
import type { Reader, Viewer } from './viewer';

export interface TrackData {
  /** Whoever holds it now; a volunteer by the first character of the name alone, and without a number. */
  handler: { name: string; phone: string | null; isVolunteer: boolean } | null;
  /** Before anybody was given it: whom the default table names. */
  usual: string | null;
  /** Whom an assignment names, as far as a resident may know. */
  nameOf: (entry: TimelineEntry) => string | null;
  /** The community's telephone. */
  phone: string;
  /** Where the same is reported anew, once it is over for good; null while something else is open to the requester. */
  again: string | null;
  /** The public answer to a suggestion, whole, as whoever suggested it reads it. */
  answer: AnswerDetail | null;
  /** The public cases that decide what was asked for all: who has no account is told of them here alone. */
  cases: AnsweringCase[];
  /** The projects that were listed for it. */
  projects: AnsweringProject[];
}

/** The form of a new report, at the same place where that is still known. */
async function reportAgain(ctx: Context, { order, staffBrowser }: Viewer): Promise<string | null> {
  if (!isPast(order, staffBrowser)) return null;
  const found = order.place ? await placeOf(ctx, { address: order.place.zh }) : null;
  return found ? `/report?community=${found.communityCode}&area=${encodeURIComponent(found.areaCode)}` : '/report';
}

async function answerTo({ ctx, order }: Viewer): Promise<AnswerDetail | null> {
  if (!order.item || !answeredItems.includes(order.item)) return null;
  const code = (await answersOfOrders(ctx, [order.code])).get(order.code);
  return code ? getAnswer(ctx, { code }) : null;
}

/** What the page of one order tells beside the order itself. */
export async function loadTrack(viewer: Viewer, { locale }: Reader): Promise<TrackData> {
  const { ctx, order } = viewer;
  const { handler, timeline } = order;
  const units = [...new Set(timeline.flatMap(({ data }) => (typeof data.unit === 'string' ? data.unit : [])))];
  const names = new Map<string, string>();
  for (const unit of units) {
    const found = await findHandler(ctx.db, { unit }, shanghaiDate(ctx.now()));
    if (found) names.set(unit, nameIn(locale, { zh: found.name, en: found.nameEn ?? found.name }));
  }
  const isVolunteer = handler?.kind === 'volunteer';
  const name = handler && (isVolunteer && locale !== 'en' ? maskName(handler.name.zh) : nameIn(locale, handler.name));
  const lastHanded = timeline.findLast((e) => e.type === 'order.assigned' || e.type === 'order.reassigned')?.seq;
  // After a reopening an earlier handler is chosen only with a reason (3.1.2), so nobody is announced.
  const isFirst = order.status === 'submitted' && !handler && order.counts?.reopen === 0;
  const usual = isFirst ? await usualHandler(ctx, { code: order.code }) : null;
  return {
    handler: handler && name ? { name, phone: handler.phone, isVolunteer } : null,
    usual: usual && nameIn(locale, usual.name),
    nameOf: (entry) => {
      if (typeof entry.data.unit === 'string') return names.get(entry.data.unit) ?? null;
      // A person is known by name only while they hold it; an earlier one is not called by it.
      return entry.seq === lastHanded && handler?.kind === 'person' ? name : null;
    },
    phone: await communityPhone(ctx),
    again: await reportAgain(ctx, viewer),
    answer: await answerTo(viewer),
    cases: await casesOfOrder(ctx, { order: order.code }),
    projects: await projectsOfOrder(ctx, { order: order.code }),
  };
}
