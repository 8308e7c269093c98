import { and, eq, inArray, like, type SQL } from 'drizzle-orm';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { type AddressReading, normaliseAddress, readAddress, registerNames } from '../address';
import { standingOn } from '../policy';
import { type AreaKind, cellKinds } from '../status';
import { area, areaClosure, placePoint } from '../tables';
import type { FoundPlace } from '../view';

interface Named {
  code: string;
  nameZh: string;
  kind: AreaKind;
}

const longestName = 12;

/**
 * The finest area that a typed address names, below `within` where that is given.
 * @throws DomainError `not_found` place.address_unknown, `invalid` place.address_ambiguous (several places of that name)
 */
export async function findAddress(ctx: Context, address: string, within?: string): Promise<FoundPlace> {
  const reading = readAddress(address);
  if (reading.building !== null) return findBuilding(ctx, reading, within);
  const named = await namedIn(ctx, reading.before, within);
  if (named) return { areaCode: named.code, exact: reading.before.endsWith(named.nameZh) };
  return findByPoint(ctx, reading.before);
}

/** A quarter and a number, or a number that only one building below `within` has. */
async function findBuilding(ctx: Context, reading: AddressReading, within?: string): Promise<FoundPlace> {
  const quarter = reading.before === '' ? null : await quarterAtEnd(ctx, reading.before, within);
  const building = quarter ? null : await onlyBuilding(ctx, reading, within);
  const base = quarter?.nameZh ?? building?.nameZh.replace(/\d+号楼$/, '');
  const below = quarter?.code ?? building?.code;
  if (base === undefined || below === undefined) throw unknown();
  const names = registerNames(base, reading);
  const rows = await select(ctx, inArray(area.nameZh, names), ['building', 'stair', 'household'], below);
  const finest = names.map((name) => rows.find((row) => row.nameZh === name)).find((row) => row !== undefined);
  if (!finest) throw unknown();
  return { areaCode: finest.code, exact: finest.nameZh === names[0] };
}

/** The quarter whose name the text ends with; the longest name wins (`东坡里A区` before `A区`). */
async function quarterAtEnd(ctx: Context, before: string, within?: string): Promise<Named | null> {
  const ends = Array.from({ length: Math.min(longestName, before.length) }, (_, i) => before.slice(-(i + 1)));
  return only(ctx, await select(ctx, inArray(area.nameZh, ends), ['quarter'], within), before);
}

/** A quarter, a cell or a community named anywhere in the text; what stands further down wins. */
async function namedIn(ctx: Context, text: string, within?: string): Promise<Named | null> {
  const start = text.slice(0, 60);
  const pieces = new Set<string>();
  for (let i = 0; i < start.length; i++) {
    for (let n = 2; n <= longestName && i + n <= start.length; n++) pieces.add(start.slice(i, i + n));
  }
  if (pieces.size === 0) return null;
  for (const kinds of [[...cellKinds], ['quarter'], ['community']] satisfies AreaKind[][]) {
    const found = await only(ctx, await select(ctx, inArray(area.nameZh, [...pieces]), kinds, within), text);
    if (found) return found;
  }
  return null;
}

/** The only building of that number; what stands before the number must be nothing or the name of its community. */
async function onlyBuilding(ctx: Context, reading: AddressReading, within?: string): Promise<Named | null> {
  const ending = new RegExp(`(^|\\D)${reading.building}号楼$`);
  const all = await select(ctx, like(area.nameZh, `%${reading.building}号楼`), ['building'], within);
  const rows = all.filter((row) => ending.test(row.nameZh));
  if (reading.before === '') return only(ctx, rows, '');
  const communities = await communitiesOf(ctx, rows);
  const named = rows.filter((row) => {
    const name = communities.get(row.code);
    return name !== undefined && (reading.before.endsWith(name) || reading.before.endsWith(stem(name)));
  });
  return only(ctx, named, reading.before);
}

/** `沿河公园` when every slip whose name begins so hangs in one area. */
async function findByPoint(ctx: Context, text: string): Promise<FoundPlace> {
  const plain = text.replace(/[%_\\]/g, '');
  if (plain.length < 3) throw unknown();
  const points = await ctx.db
    .select()
    .from(placePoint)
    .where(like(placePoint.nameZh, `${plain}%`))
    .orderBy(placePoint.code);
  const [first] = points;
  if (!first) throw unknown();
  if (points.some((point) => point.areaCode !== first.areaCode)) throw ambiguous();
  const exact = first.nameZh === text;
  if (!exact) return { areaCode: first.areaCode, exact: true };
  return { areaCode: first.areaCode, exact, point: first, position: { lat: first.lat, lng: first.lng } };
}

async function select(ctx: Context, name: SQL, kinds: AreaKind[], within?: string): Promise<Named[]> {
  const standing = standingOn(shanghaiDate(ctx.now()));
  const columns = { code: area.code, nameZh: area.nameZh, kind: area.kind };
  if (within === undefined) {
    return ctx.db
      .select(columns)
      .from(area)
      .where(and(name, inArray(area.kind, kinds), standing))
      .orderBy(area.sortKey, area.code);
  }
  return ctx.db
    .select(columns)
    .from(area)
    .innerJoin(areaClosure, eq(areaClosure.descendantCode, area.code))
    .where(and(name, inArray(area.kind, kinds), standing, eq(areaClosure.ancestorCode, within)))
    .orderBy(area.sortKey, area.code);
}

/** The one that is meant: the longest name; among equals the one whose community the text names; else nobody can tell. */
async function only(ctx: Context, rows: Named[], text: string): Promise<Named | null> {
  const longest = Math.max(0, ...rows.map((row) => row.nameZh.length));
  const best = rows.filter((row) => row.nameZh.length === longest);
  if (best.length <= 1) return best[0] ?? null;
  const communities = await communitiesOf(ctx, best);
  const named = best.filter((row) => {
    const name = communities.get(row.code);
    return name !== undefined && text.includes(stem(name));
  });
  if (named.length !== 1) throw ambiguous();
  return named[0] ?? null;
}

/** The community's name of each row. */
async function communitiesOf(ctx: Context, rows: readonly Named[]): Promise<Map<string, string>> {
  const codes = rows.map((row) => row.code);
  const found = await ctx.db
    .select({ code: areaClosure.descendantCode, nameZh: area.nameZh })
    .from(areaClosure)
    .innerJoin(area, eq(area.code, areaClosure.ancestorCode))
    .where(and(eq(area.kind, 'community'), inArray(areaClosure.descendantCode, codes)))
    .orderBy(areaClosure.descendantCode);
  return new Map(found.map((row) => [row.code, row.nameZh]));
}

const stem = (nameZh: string) => normaliseAddress(nameZh).replace(/(社区)?((居民|村民)委员会|居委会|村委会)?$/, '');

const unknown = () => new DomainError('not_found', 'place.address_unknown');
const ambiguous = () => new DomainError('invalid', 'place.address_ambiguous');
