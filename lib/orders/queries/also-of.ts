import type { Context } from '@/lib/kernel/context';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import type { OrderRow } from '../facts';
import type { Standing } from '../policy';
import type { Named } from './holders-of';

/** 还牵涉: the second item that the words speak of; `mediates`: it is one for which a mediation is registered. */
export interface AlsoView {
  item: string;
  name: Named;
  mediates: boolean;
}

/** A quarrel behind a leak is for those who take orders in and give them out, not for who mends the pipe. */
const readers = ['dispatcher', 'hall', 'proxy', 'secretary', 'street', 'supervisor'] as const;

/** What an order also touches on; null for who does not read it, and where there is nothing. */
export async function alsoOf(ctx: Context, { alsoItem }: OrderRow, { relations }: Standing): Promise<AlsoView | null> {
  if (alsoItem === null || !readers.some((one) => relations.has(one))) return null;
  const { nameZh, nameEn, flags } = await getItem(ctx.db, alsoItem);
  return { item: alsoItem, name: { zh: nameZh, en: nameEn }, mediates: flags.includes('mediation') };
}
