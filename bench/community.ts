import { openEngine } from '@/db/client';
import { migrateDatabase } from '@/db/migrate';
import { offsetClock } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { loadPeople } from '@/lib/people/commands/load-people';
import type { PeopleRegister } from '@/lib/people/input';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { loadVolunteers } from '@/lib/volunteers/commands/load-volunteers';
import { loadCommunity } from '@/seeds/demo/load-community';
import { loadReferenceData } from '@/seeds/reference-data';

/** Everybody's password in a database made here. */
export const password = 'poli-2024-demo';

/** Monday of the demo, at work: branches stand, nobody has a holiday. */
export const domainNow = Date.parse('2024-01-15T10:00:00+08:00');

export const volunteerLogin = (n: number) => `volunteer${String(n).padStart(3, '0')}`;

function volunteers(count: number, areaCode: string): PeopleRegister {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  const key = (n: number) => volunteerLogin(n);
  return {
    persons: numbers.map((n) => ({
      key: key(n),
      name: `志愿者${n}`,
      phone: `1009${String(n).padStart(7, '0')}`,
      bornYear: 1990,
    })),
    accounts: numbers.map((n) => ({ login: volunteerLogin(n), personKey: key(n), roleKind: 'volunteer' })),
    memberships: numbers.map((n) => ({ personKey: key(n), role: 'volunteer', areaCode, validFrom: '2023-01-01' })),
    units: [],
    partyOrgs: [],
    partyOrgCells: [],
    ties: [],
  };
}

/**
 * 坡里 with its people and no orders, in a new SQLite file, marked as a demo so that `NO_LIMITS` counts, its clock on
 * a Monday morning in January 2024; `extraVolunteers` more people who can claim offers of `cell`.
 */
export async function makeCommunity(
  url: string,
  { extraVolunteers = 0, cell = '320371003208005' }: { extraVolunteers?: number; cell?: string } = {},
): Promise<void> {
  await migrateDatabase(url);
  const engine = openEngine(url, { durable: false });
  const offsetMs = Date.now() - domainNow;
  const clock = offsetClock(offsetMs);
  const ctx: Context = {
    actor: { kind: 'system', name: 'demo' },
    db: engine.reader,
    transaction: (fn) => engine.transaction(fn),
    now: () => clock.now(),
    requestId: newId(),
    caller: { address: 'local' },
  };
  try {
    await loadReferenceData(ctx);
    await loadCommunity(ctx, password);
    if (extraVolunteers > 0) {
      const { personIds } = await loadPeople(ctx, { register: volunteers(extraVolunteers, cell), password });
      const registeredAt = ctx.now();
      await loadVolunteers(
        ctx,
        [...personIds.values()].map((personId) => ({ personId, skills: [], adultFrom: '2010-01-01', registeredAt })),
      );
    }
    await changeSetting(ctx, { key: 'clock.offset_ms', value: offsetMs });
    await changeSetting(ctx, { key: 'demo', value: true });
  } finally {
    await engine.close();
  }
}
