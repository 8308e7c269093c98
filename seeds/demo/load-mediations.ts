import { and, asc, desc, eq, inArray, like } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { applyForConfirmation } from '@/lib/mediation/commands/apply-for-confirmation';
import { checkPerformance } from '@/lib/mediation/commands/check-performance';
import { confirmAgreement } from '@/lib/mediation/commands/confirm-agreement';
import { consentToMediation } from '@/lib/mediation/commands/consent-to-mediation';
import { enterDuty } from '@/lib/mediation/commands/enter-duty';
import { holdSession } from '@/lib/mediation/commands/hold-session';
import { openMediation } from '@/lib/mediation/commands/open-mediation';
import { proposeMediator } from '@/lib/mediation/commands/propose-mediator';
import { sealAgreement } from '@/lib/mediation/commands/seal-agreement';
import { signAgreement } from '@/lib/mediation/commands/sign-agreement';
import { writeAgreement } from '@/lib/mediation/commands/write-agreement';
import { findMediation } from '@/lib/mediation/facts';
import { consentKinds } from '@/lib/mediation/status';
import { orderEvidence, orders } from '@/lib/orders/tables';
import { loadActor } from '@/lib/people/queries/load-actor';
import { communityCode } from './geography-plan';
import type { OrderLoad } from './load-orders';
import { planMediation } from './plan-mediations';

const dayMs = 86_400_000;
/** Who mediates in turn, and what each of them is. */
const elders = [
  { key: 'xuwende', kind: 'old_teacher' },
  { key: 'weichanglin', kind: 'old_village_head' },
] as const;

interface Dispute {
  code: string;
  item: string;
  from: number;
  until: number;
  /** The number of the sheet that the order has as its evidence. */
  sealNo: string | null;
}

/** The settled disputes of the demo, in the order of time, each with the number that its order was proven by. */
async function settledDisputes({ db }: Context): Promise<Dispute[]> {
  const rows = await db
    .select()
    .from(orders)
    .where(and(like(orders.itemCode, '11%'), inArray(orders.status, ['closed'])))
    .orderBy(asc(orders.submittedAt), asc(orders.id));
  const found: Dispute[] = [];
  for (const row of rows) {
    const [sheet] = await db
      .select({ text: orderEvidence.text })
      .from(orderEvidence)
      .where(and(eq(orderEvidence.orderId, row.id), like(orderEvidence.text, '%〔%')))
      .orderBy(desc(orderEvidence.round), desc(orderEvidence.id))
      .limit(1);
    const until = row.evidenceAt ?? row.closedAt ?? row.submittedAt;
    found.push({ code: row.code, item: row.itemCode, from: row.submittedAt, until, sealNo: sheet?.text ?? null });
  }
  return found;
}

/**
 * The mediations behind the disputes of the demo, through the commands: each between the report of its order and the
 * evidence, which is the number of the sealed sheet; one that is open now, with a party who can sign in; and a roster of
 * the legal duty. Parties are invented.
 */
export async function loadMediations({ contextOf, clock, community, endsAt }: OrderLoad): Promise<void> {
  const system = contextOf({ kind: 'system', name: 'demo' });
  const as = async (key: string) => {
    const actor = await loadActor(system, { personId: community.personId(key) });
    if (!actor) throw new RangeError(`nobody has the key ${key}`);
    return contextOf(actor, 'mediation');
  };
  const secretary = await as('shuji');
  let sent = 0;
  const on = async (code: string) => ({
    code,
    version: (await findMediation(system.db, code))?.version ?? 0,
    clientId: `demo-mediation-${++sent}`,
  });
  const today = () => shanghaiDate(clock.now());

  async function agree(code: string, n: number, which: readonly number[]): Promise<void> {
    const elder = elders[n % elders.length] ?? elders[0];
    const mediator = community.personId(elder.key);
    await proposeMediator(secretary, { ...(await on(code)), mediator, kind: elder.kind });
    for (const party of which) {
      for (const to of consentKinds) {
        const said = { how: 'in_person' as const, on: today() };
        await consentToMediation(secretary, { ...(await on(code)), party, to, ...said });
      }
    }
  }

  for (const [n, dispute] of (await settledDisputes(system)).entries()) {
    const planned = planMediation(n, dispute.item);
    const at = (part: number) => clock.set(dispute.from + Math.floor((dispute.until - dispute.from) * part));
    const as29 = { parties: `甲方：${planned.parties[0]}\n乙方：${planned.parties[1]}`, facts: planned.facts };
    at(0.1);
    const { code } = await openMediation(secretary, {
      clientId: `demo-mediation-${++sent}`,
      community: communityCode,
      title: planned.title,
      parties: planned.parties.map((name) => ({ name })),
      order: dispute.code,
    });
    at(0.3);
    await agree(code, n, [1, 2]);
    at(0.6);
    const heldAt = clock.now();
    await holdSession(secretary, { ...(await on(code)), heldAt, place: '有心工作室', words: planned.words });
    at(0.8);
    await writeAgreement(secretary, { ...(await on(code)), ...as29, performance: planned.performance });
    at(0.9);
    for (const party of [1, 2]) await signAgreement(secretary, { ...(await on(code)), party, on: today() });
    const sealNo = dispute.sealNo ?? `坡调〔${today().slice(0, 4)}〕${code.slice(-3)}号`;
    await sealAgreement(secretary, { ...(await on(code)), on: today(), sealNo, mediatorSigned: true });
    const settledAt = clock.now();
    if (n % 9 === 4 && settledAt + 12 * dayMs < endsAt) {
      clock.set(settledAt + 6 * dayMs);
      await applyForConfirmation(secretary, { ...(await on(code)), on: today() });
      clock.set(settledAt + 12 * dayMs);
      await confirmAgreement(secretary, { ...(await on(code)), on: today() });
    }
    if (settledAt + 20 * dayMs < endsAt) {
      clock.set(settledAt + 20 * dayMs);
      const words = '上门看过，双方都按约定做了。';
      await checkPerformance(secretary, { ...(await on(code)), on: today(), outcome: 'performed', words });
    }
  }

  clock.set(endsAt - 3 * dayMs);
  const roster = [
    { kind: 'lawyer', name: '顾某（演示）', office: '法律援助工作站' },
    { kind: 'police', name: '段某（演示）', office: '辖区派出所' },
    { kind: 'judge', name: '程某（演示）', office: '巡回审判点' },
  ] as const;
  for (const duty of roster) {
    const clientId = `demo-mediation-${++sent}`;
    await enterDuty(secretary, { clientId, community: communityCode, ...duty, validFrom: today() });
  }
  const { code } = await openMediation(secretary, {
    clientId: `demo-mediation-${++sent}`,
    community: communityCode,
    title: '阳台晾晒滴水',
    parties: [{ name: 'Anna Keller', account: 'annakeller' }, { name: '庄某（演示）' }],
  });
  // Her own consent she gives by herself; it waits for her.
  await agree(code, 0, [2]);
  clock.set(endsAt);
}
