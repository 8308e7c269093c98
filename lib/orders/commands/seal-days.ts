import { dateOfDay, dayNumber, dayOfDate } from '@/lib/calendar/shanghai';
import { genesisHash, sealHash } from '@/lib/casework/chain';
import type { Context } from '@/lib/kernel/context';
import { addSeal } from '../counter-store';
import { firstEventAt, latestSeal, touchedOrders } from '../queries/touched-orders';

/** A day is sealed a little after midnight, when no transaction of it can still be running. */
const graceMs = 5 * 60_000;

/**
 * Seals every day that is over and not yet sealed, days without events too, so that a missing day shows.
 * Safe to run again and by several workers. @returns the days sealed
 */
export async function sealDays(ctx: Context): Promise<string[]> {
  return ctx.transaction(async (tx) => {
    const latest = await latestSeal(tx);
    const first = latest ? null : await firstEventAt(tx);
    if (!latest && first === null) return [];
    const end = dayNumber(ctx.now() - graceMs);
    const sealed: string[] = [];
    let prevHash = latest?.hash ?? genesisHash;
    for (let day = latest ? dayOfDate(latest.on) + 1 : dayNumber(first ?? 0); day < end; day++) {
      const on = dateOfDay(day);
      const touched = await touchedOrders(tx, on);
      const hash = sealHash(prevHash, on, touched);
      if (!(await addSeal(tx, { on, orderCount: touched.length, prevHash, hash }))) break;
      prevHash = hash;
      sealed.push(on);
    }
    return sealed;
  });
}
