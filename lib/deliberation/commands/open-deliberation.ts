import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { refuseNamed } from '@/lib/casework/public-words';
import { nextCaseSerial } from '@/lib/casework/store';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { namesBehind } from '@/lib/orders/queries/names-behind';
import { ordersByCode } from '@/lib/orders/queries/orders-by-code';
import { communityLetters } from '@/lib/places/queries/community-letters';
import { getArea } from '@/lib/places/queries/get-area';
import { once } from '@/lib/replay/store';
import { deliberationFacts } from '../facts';
import { openInput } from '../input';
import { mayOpen, standingOf } from '../policy';
import { nextPack } from '../queries/next-pack';
import { addSources, insertDeliberation } from '../store';
import { type DeliberationSummary, summaryOf } from '../view';

/**
 * Opens a matter for all, by the legal form and the rules of its community: nobody chooses them for one matter. It keeps
 * the rule pack that it starts with, whatever the community changes to meanwhile.
 * @throws forbidden only the secretary of the community does · not_found an order that is none of the community's
 */
export async function openDeliberation(ctx: Context, raw: z.input<typeof openInput>): Promise<DeliberationSummary> {
  const input = parse(openInput, raw);
  if (!mayOpen(ctx.actor, input.community)) throw new DomainError('forbidden', 'deliberation.not_for_you');
  const community = await getArea(ctx, { code: input.community });
  const legalForm = community.legalForm ?? 'resident';
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'deliberation.open', key: input.clientId, input }, async () => {
      const now = ctx.now();
      const pack = await nextPack(tx, input.community, legalForm);
      const sources = await ordersByCode(tx, input.community, input.orders);
      const { title, titleEn } = input;
      refuseNamed(
        { title, titleEn },
        await namesBehind(
          tx,
          sources.map((order) => order.id),
        ),
      );
      const year = shanghaiDate(now).slice(0, 4);
      const series = `${await communityLetters(tx, input.community)}-YS-${year}`;
      const serial = await nextCaseSerial(tx, series);
      const code = `${series}-${String(serial).padStart(3, '0')}`;
      const relation = ctx.actor.kind === 'system' ? 'system' : 'secretary';
      const row = await insertDeliberation(
        tx,
        {
          id: newId(),
          code,
          communityCode: input.community,
          streetCode: input.community.slice(0, 9),
          title: input.title,
          titleEn: input.titleEn ?? null,
          motive: input.motive,
          status: 'propose',
          legalForm,
          packId: pack.id,
          basis: null,
          basisWords: null,
          belowMarket: input.belowMarket,
          needsFiling: input.needsFiling,
          filedUnit: null,
          filedOn: null,
          filingNo: null,
          planSentOn: null,
          planVersion: null,
          publishedAt: null,
          noticeUntil: null,
          resultAt: null,
          projectCode: null,
          openedBy: actorKey(ctx.actor),
          openedAt: now,
          endedAt: null,
        },
        { actor: ctx.actor, relation },
        { code, legalForm, pack: pack.id, sources: sources.map((order) => order.code) },
      );
      await addSources(
        tx,
        row.id,
        sources.map((order) => order.id),
      );
      return summaryOf(
        row,
        await deliberationFacts(tx, row, now),
        standingOf(ctx.actor, row, { voter: false, source: false, proposed: false }),
      );
    }),
  );
}
