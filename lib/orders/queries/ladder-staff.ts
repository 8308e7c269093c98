import type { Context } from '@/lib/kernel/context';
import { findBranchInCharge } from '@/lib/people/queries/find-branch-in-charge';
import { listAdmins } from '@/lib/people/queries/list-admins';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { livingAmong } from '@/lib/people/queries/living-among';
import type { OrderRow } from '../facts';
import type { Staff } from '../ladder';
import { askerOf } from '../policy';
import { type LadderStep, ladderSteps } from '../status';
import { subjectsOf } from './subjects-of';

type Asked = Pick<Context, 'db' | 'now'>;

/**
 * Who lives on each step of the ladder of one order today, and may know which order it is (3.1.1). Never the subject of a
 * complaint, nor who asked for it.
 */
export async function ladderStaff(ctx: Asked, order: OrderRow): Promise<Staff> {
  const standing = await standingOn(ctx, order);
  const subjects = await subjectsOf(ctx, order);
  const living = await livingAmong(ctx, Object.values(standing).flat());
  const staffOf = (step: LadderStep) =>
    [...new Set(standing[step])]
      .filter((id) => living.has(id) && !subjects.has(id) && id !== askerOf(order))
      .map((personId) => ({ personId, named: isNamed(step, order, standing, personId) }));
  return Object.fromEntries(ladderSteps.map((step) => [step, staffOf(step)])) as unknown as Staff;
}

/** Of a sealed order the number is kept from whoever may not see it; the administrator sees no orders at all. */
function isNamed(step: LadderStep, order: OrderRow, standing: Record<LadderStep, string[]>, personId: string): boolean {
  if (step === 'admin') return false;
  if (!order.sealed) return true;
  if (step === 'cell' || step === 'supervisor') return false;
  return step !== 'street' || order.level === 'street' || standing.community.includes(personId);
}

async function standingOn(ctx: Asked, order: OrderRow): Promise<Record<LadderStep, string[]>> {
  const holding = async (asked: Parameters<typeof listRoleHolders>[1]) =>
    (await listRoleHolders(ctx, asked)).map((holder) => holder.personId);
  const secretaries = await holding({ role: 'secretary', areaCodes: [order.communityCode] });
  const officers = await holding({ role: 'street_officer', areaCodes: [order.streetCode] });
  const dispatchers =
    order.level === 'street' ? officers : await holding({ role: 'dispatcher', areaCodes: [order.communityCode] });
  const verifiers = await verifiersOf(ctx, order, holding);
  return {
    holder: await holdersOf(order, holding),
    cell: [
      ...(await holding({ role: 'cell_lead', areaCodes: [order.cellCode] })),
      ...(await holding({ role: 'grid_worker', areaCodes: [order.cellCode] })),
    ],
    ...verifiers,
    // A secretary answers at the first step only where no dispatcher lives, which `community` says by its order.
    community: order.level === 'street' ? dispatchers : [...dispatchers, ...secretaries],
    street: [...secretaries, ...officers],
    supervisor: await holding({
      role: 'supervisor',
      areaCodes: [order.communityCode, order.streetCode, order.zoneCode],
    }),
    admin: await listAdmins(ctx),
  };
}

type Holding = (asked: Parameters<typeof listRoleHolders>[1]) => Promise<string[]>;

/** Who signed it first, then the others of the unit. */
async function holdersOf(order: OrderRow, holding: Holding): Promise<string[]> {
  if (order.assigneeUnit === null) return order.assigneePerson === null ? [] : [order.assigneePerson];
  const members = await holding({ unitCode: order.assigneeUnit });
  const signed = members.filter((id) => id === order.assigneePerson);
  return [...signed, ...members];
}

async function verifiersOf(ctx: Asked, order: OrderRow, holding: Holding) {
  const { org, parentCode } = await findBranchInCharge(ctx, { cellCode: order.cellCode });
  const of = async (code: string | null | undefined) =>
    code ? holding({ partyOrgCode: code, role: 'branch_verifier' }) : [];
  const parent = await of(parentCode);
  // After a second reopening the parent branch alone looks, where there is one (3.1.2).
  const alone = order.reopenCount >= 2 && order.aboutCommunity === null && parentCode !== null;
  return { verifier: alone ? [] : await of(org?.code), parent };
}
