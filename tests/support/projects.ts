import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { openProject } from '@/lib/projects/commands/open-project';
import { recordSpend } from '@/lib/projects/commands/record-spend';
import { startProject } from '@/lib/projects/commands/start-project';
import { findProject } from '@/lib/projects/facts';
import { getProject } from '@/lib/projects/queries/get-project';
import type { Community } from './community';
import { poli } from './deliberations';

export interface Site {
  code: string;
  secretary: Context;
  clerk: Context;
  /** The project's version now: every action carries what its caller has seen. */
  on(): Promise<{ code: string; version: number; clientId: string }>;
}

type Opened = Parameters<typeof openProject>[1];

/** 沿河公园 as the source tells it: 60万元, due at the end of October 2024. */
export const park = (more: Partial<Opened> = {}): Opened => ({
  clientId: randomUUID(),
  community: poli,
  title: '坡里沿河公园',
  titleEn: 'Riverside park',
  words: '沿河铺步道、种树、装路灯和健身器材',
  place: '坡里沿河',
  budgetFen: 60_000_000,
  fundings: ['collective', 'street'],
  dueOn: '2024-10-31',
  ...more,
});

export async function planned(c: Community, more: Partial<Opened> = {}): Promise<Site> {
  const secretary = await c.as('shuji');
  const clerk = await c.as('chenchen');
  const { code } = await openProject(secretary, park(more));
  return {
    code,
    secretary,
    clerk,
    on: async () => ({
      code,
      version: (await findProject(secretary.db, code))?.version ?? 0,
      clientId: randomUUID(),
    }),
  };
}

/** A project whose work has begun today. */
export async function running(c: Community, more: Partial<Opened> = {}): Promise<Site> {
  const site = await planned(c, more);
  await startProject(site.secretary, { ...(await site.on()), on: dayOf(c) });
  return site;
}

/** The local date, `days` from now. */
export const dayOf = (c: Community, days = 0): string =>
  new Date(c.clock.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

/** What a refusal says, and that it left the project and its payments as they were. */
export async function refused(
  site: Site,
  doing: () => Promise<unknown>,
): Promise<{ reason: string; params?: unknown }> {
  const state = async () => [await findProject(site.secretary.db, site.code), await getProject(site.clerk, site)];
  const before = await state();
  const error = await doing().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isDomainError(error)) throw error ?? new Error('it was not refused');
  expect(await state()).toEqual(before);
  return { reason: error.reason, ...(error.details.params && { params: error.details.params }) };
}

/** One payment by the clerk, today. */
export const payOf = (
  c: Community,
  site: Site,
  amountFen: number,
  more: Partial<Parameters<typeof recordSpend>[1]> = {},
): ReturnType<typeof recordSpend> =>
  recordSpend(site.clerk, {
    code: site.code,
    clientId: randomUUID(),
    on: dayOf(c),
    label: '步道石材',
    amountFen,
    receiptNo: '票-001',
    ...more,
  });
