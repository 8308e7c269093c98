import { readFileSync } from 'node:fs';
import type { Actor, Context } from '@/lib/kernel/context';
import { loadAreas } from '@/lib/places/commands/load-areas';
import type { AreaInput } from '@/lib/places/input';
import { demoAreas, demoNeighbours, demoPoints } from '@/seeds/demo/geography';
import { openTestDatabase } from '../../support/database';

export const mondayMorning = Date.parse('2024-01-15T08:20:00+08:00');

export function reference(file: string): AreaInput[] {
  const text = readFileSync(new URL(`../../../seeds/reference/${file}`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { areas: AreaInput[] }).areas;
}

/** An empty database and a context on it. */
export async function emptyPlaces(actor: Actor = { kind: 'system', name: 'demo' }): Promise<Context> {
  const { reader, transaction } = await openTestDatabase();
  return {
    actor,
    db: reader,
    transaction,
    now: () => mondayMorning,
    requestId: 'test',
    caller: { address: '127.0.0.1' },
  };
}

/** The reference areas of 大黄山街道 and all of 坡里, loaded through the command. */
export async function poli(): Promise<Context> {
  const ctx = await emptyPlaces();
  await loadAreas(ctx, { areas: reference('areas-dahuangshan.json') });
  await loadAreas(ctx, { areas: demoAreas(), points: demoPoints(), neighbours: demoNeighbours() });
  return ctx;
}
