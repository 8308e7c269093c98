import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { dateOfDay, dayNumber, shanghaiDate } from '@/lib/calendar/shanghai';
import { nextCaseSerial } from '@/lib/casework/store';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { ordersAmong } from '@/lib/orders/queries/orders-by-code';
import { typedPhone } from '@/lib/people/input';
import { findPerson } from '@/lib/people/queries/find-person';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { personsByPhone } from '@/lib/people/queries/persons-by-phone';
import { communityLetters } from '@/lib/places/queries/community-letters';
import { once } from '@/lib/replay/store';
import { mediationFacts, partiesOf, partyOf } from '../facts';
import { openInput } from '../input';
import { mayOpen, standingOf } from '../policy';
import { plannedDays } from '../status';
import { insertMediation } from '../store';
import { mediation } from '../tables';
import { type MediationSummary, summaryOf } from '../view';

type Party = z.output<typeof openInput>['parties'][number];

/** The account of a party, named by its login or mobile number. @throws invalid nobody in particular has it */
async function personOf(ctx: Context, { account }: Party, at: number): Promise<string | null> {
  if (!account) return null;
  const phone = typedPhone.safeParse(account);
  const found = await findPerson(ctx, phone.success ? { phone: phone.data } : { account });
  if (found) return found.personId;
  const reason = 'mediation.account_unknown';
  throw new DomainError('invalid', reason, { issues: [{ path: `parties.${at}.account`, reason, message: reason }] });
}

/**
 * A secretary who is a party, by account or by phone, would keep the papers of a case that nobody else can seal.
 * @throws rule who else registers it
 */
async function refuseOwnCase(
  ctx: Context,
  communityCode: string,
  parties: readonly { phone: string | null; personId: string | null }[],
): Promise<void> {
  if (ctx.actor.kind !== 'person') return;
  const { personId } = ctx.actor;
  const phones = parties.flatMap(({ phone }) => phone ?? []);
  const isTheirs =
    parties.some((party) => party.personId === personId) || (await personsByPhone(ctx.db, phones)).includes(personId);
  if (!isTheirs) return;
  const holders = await listRoleHolders(ctx, { role: 'secretary', areaCodes: [communityCode] });
  const others = [...new Set(holders.filter((one) => one.personId !== personId).map(({ name }) => name))];
  if (others.length === 0) throw new DomainError('rule', 'mediation.own_case');
  throw new DomainError('rule', 'mediation.own_case_other', { params: { others: others.join('、') } });
}

/**
 * Registers an application (27): two sides or more, nobody's consent yet.
 * @throws forbidden only the secretary of the community does · invalid an account that is not there · rule one person on
 *   two sides, the secretary's own quarrel, or the order has its mediation · not_found an order that is none of the community's
 */
export async function openMediation(ctx: Context, raw: z.input<typeof openInput>): Promise<MediationSummary> {
  const input = parse(openInput, raw);
  if (!mayOpen(ctx.actor, input.community)) throw new DomainError('forbidden', 'mediation.only_secretary');
  const parties: { name: string; phone: string | null; address: string | null; personId: string | null }[] = [];
  for (const [at, party] of input.parties.entries()) {
    const personId = await personOf(ctx, party, at);
    if (personId && parties.some((one) => one.personId === personId)) {
      throw new DomainError('rule', 'mediation.party_twice');
    }
    parties.push({ name: party.name, phone: party.phone ?? null, address: party.address ?? null, personId });
  }
  await refuseOwnCase(ctx, input.community, parties);
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: 'mediation.open', key: input.clientId, input }, async () => {
      const now = ctx.now();
      // A dispute is sealed, and whoever reads its mediation is as few.
      const [order] = input.order ? await ordersAmong(tx, input.community, [input.order]) : [];
      if (input.order && !order) throw new DomainError('not_found', 'order.not_found');
      const taken = order && (await tx.select().from(mediation).where(eq(mediation.orderId, order.id)));
      if (taken && taken.length > 0) throw new DomainError('rule', 'mediation.order_has_one');
      const series = `${await communityLetters(tx, input.community)}-TJ-${shanghaiDate(now).slice(0, 4)}`;
      const serial = await nextCaseSerial(tx, series);
      const row = await insertMediation(
        tx,
        {
          id: newId(),
          code: `${series}-${String(serial).padStart(3, '0')}`,
          communityCode: input.community,
          orderId: order?.id ?? null,
          status: 'applied',
          title: input.title,
          mediatorId: null,
          mediatorKind: null,
          proposedMediatorId: null,
          proposedKind: null,
          openedBy: actorKey(ctx.actor),
          openedAt: now,
          plannedUntil: dateOfDay(dayNumber(now) + plannedDays),
          settledOn: null,
          confirmUntil: null,
          confirmAppliedOn: null,
          confirmedOn: null,
          endedAt: null,
        },
        parties,
        { actor: ctx.actor, relation: ctx.actor.kind === 'system' ? 'system' : 'secretary' },
      );
      const own = partyOf(ctx.actor, await partiesOf(tx, row.id));
      return summaryOf(row, await mediationFacts(tx, row, now), standingOf(ctx.actor, row, own));
    }),
  );
}
