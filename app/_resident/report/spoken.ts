import type { Context } from '@/lib/kernel/context';
import type { Translate } from '../../_shell/translate';
import { type Fields, one, reportInput } from './fields';
import { kindOf, ownWordsKey } from './kinds';
import { placeOf } from './load-report';

/** What an order would say if nothing more were typed: the words of the tile. Empty where there are none. */
export async function wordsOfKind(ctx: Context, fields: Fields, t: Translate): Promise<string> {
  const kind = kindOf(fields);
  // Only lamps have other words outside of a building.
  const place = kind === 'lamp' ? await placeOf(ctx, reportInput(fields, []).place) : null;
  const key = ownWordsKey(kind, place?.buildingCode !== null);
  return key ? t(key) : '';
}

/** The fields with the words of the tile, where the resident skipped saying anything. */
export async function spoken(ctx: Context, fields: Fields, t: Translate): Promise<Fields> {
  if (one(fields, 'words')) return fields;
  const words = await wordsOfKind(ctx, fields, t);
  return words ? { ...fields, words } : fields;
}
