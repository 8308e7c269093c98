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

// The doors that these tests knock at; all 2,100 would cost every test half a second.
const someDoors = ['005-05-', '001-03-', '006-02-'].map((building) => `320371003208${building}`);

/** The reference areas of 大黄山街道 and 坡里, loaded through the command: with every door, or those of three buildings. */
export async function poli(doors: 'every' | 'some' = 'some'): Promise<Context> {
  const ctx = await emptyPlaces();
  const kept = (code: string) => doors === 'every' || someDoors.some((building) => code.startsWith(building));
  const areas = demoAreas().filter((area) => area.kind !== 'household' || kept(area.code));
  await loadAreas(ctx, { areas: reference('areas-dahuangshan.json') });
  await loadAreas(ctx, { areas, points: demoPoints(), neighbours: demoNeighbours() });
  return ctx;
}
