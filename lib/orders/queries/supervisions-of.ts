import { inArray } from 'drizzle-orm';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context, PersonActor } from '@/lib/kernel/context';
import { personNames } from '@/lib/people/queries/person-names';
import { listItems } from '@/lib/taxonomy/queries/list-items';
import { mayAnswer } from '../policy';
import { numberOf, type SupervisionView, stateOfNotice } from '../supervision-view';
import { supervisionReply, supervisionTold } from '../tables';
import { timeOrNull } from '../view';
import type { SeenNotice } from './list-supervisions';

/** Rows as their reader may see them, in their order, with answers and who was told when. */
export async function supervisionsOf(
  ctx: Context,
  actor: PersonActor,
  list: readonly SeenNotice[],
): Promise<SupervisionView[]> {
  if (list.length === 0) return [];
  const ids = list.map(({ notice }) => notice.id);
  const replies = await ctx.db
    .select()
    .from(supervisionReply)
    .where(inArray(supervisionReply.noticeId, ids))
    .orderBy(supervisionReply.at, supervisionReply.id);
  const told = await ctx.db
    .select()
    .from(supervisionTold)
    .where(inArray(supervisionTold.noticeId, ids))
    .orderBy(supervisionTold.at, supervisionTold.personId, supervisionTold.step);
  const people = [
    ...list.flatMap(({ notice }) => [notice.ownerId, notice.issuedBy.includes(':') ? null : notice.issuedBy]),
    ...replies.map((reply) => reply.personId),
    ...told.map((one) => one.personId),
  ];
  const names = await personNames(ctx.db, [...new Set(people.filter((id) => id !== null))]);
  const items = new Map((await listItems(ctx.db)).map((item) => [item.code, { zh: item.nameZh, en: item.nameEn }]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
  const now = ctx.now();
  return list.map(({ notice, order, seesOrder }) => ({
    code: notice.code,
    number: numberOf(notice),
    order: seesOrder
      ? {
          code: order.code,
          item: items.get(order.itemCode) ?? { zh: order.itemCode, en: order.itemCode },
          place: { zh: order.placeZh, en: order.placeEn },
          status: order.status,
        }
      : null,
    community: notice.communityCode,
    ground: notice.ground,
    colour: notice.colour,
    owner: nameOf(notice.ownerId),
    step: notice.step,
    issuedBy: nameOf(notice.issuedBy),
    words: seesOrder ? notice.words : null,
    issuedAt: rfc3339(notice.issuedAt),
    replyBy: rfc3339(notice.replyBy),
    climbs: notice.climbs,
    repliedAt: timeOrNull(notice.repliedAt),
    endedAt: timeOrNull(notice.endedAt),
    state: stateOfNotice(notice, now),
    replies: replies
      .filter((reply) => reply.noticeId === notice.id)
      .map(({ personId, calls, cause, measure, checkOn, at }) => ({
        by: nameOf(personId),
        calls,
        cause,
        measure,
        checkOn,
        at: rfc3339(at),
      })),
    told: told.flatMap(({ noticeId, personId, step, at }) => {
      const name = nameOf(personId);
      return noticeId === notice.id && name ? [{ name, step, at: rfc3339(at) }] : [];
    }),
    abilities: mayAnswer(actor, notice, told) ? ['reply'] : [],
  }));
}
