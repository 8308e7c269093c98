import type { Locale } from '@/components/preferences';
import type { SelectOption } from '@/components/text-fields';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { type LastAnswer, lastAnswer } from '@/lib/orders/queries/last-answer';
import { type OrderPreview, previewOrder } from '@/lib/orders/queries/preview-order';
import { type NearbyView, similarNearby } from '@/lib/orders/queries/similar-nearby';
import { listAreas } from '@/lib/places/queries/list-areas';
import { listCells } from '@/lib/places/queries/list-cells';
import { type CommunityView, listCommunities } from '@/lib/places/queries/list-communities';
import { locatePlace } from '@/lib/places/queries/locate-place';
import type { PlaceView } from '@/lib/places/view';
import { listCategories, listItems } from '@/lib/taxonomy/queries/list-items';
import { isShift } from '@/lib/taxonomy/suggest';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { type EmergencyPhones, emergencyPhones } from '../phones';
import { type Fields, one, reportInput } from './fields';
import type { ReportView } from './view';

export interface ReportData {
  communities: CommunityView[];
  /** The one whose buildings are offered; null while there are several and none was chosen. */
  community: CommunityView | null;
  places: SelectOption[];
  items: SelectOption[];
  /** The slip on the wall, when its code came along and is known. */
  point: { code: string; name: string } | null;
  phones: EmergencyPhones;
  /** Words of danger in what was typed, and whom to call first (3.9). */
  emergencies: { word: string; call: string }[];
  /** What would become of the words now; null before there are any. */
  preview: OrderPreview | null;
  /** What neighbours reported that may be the same; nothing before words and place are there. */
  nearby: NearbyView[];
  /** What the reader was answered in the same matter before. */
  last: LastAnswer | null;
}

/** A place that was named, or null when it leads nowhere. */
export async function placeOf(
  ctx: Context,
  said: { pointCode?: string; areaCode?: string; address?: string; point?: { lat: number; lng: number } },
): Promise<PlaceView | null> {
  const asked = said.point
    ? said.point
    : said.areaCode
      ? { areaCode: said.areaCode }
      : said.address
        ? { address: said.address }
        : said.pointCode
          ? { point: said.pointCode }
          : null;
  if (!asked) return null;
  try {
    return await locatePlace(ctx, asked);
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

export const placeName = (locale: Locale, place: PlaceView): string =>
  locale === 'en' ? place.labelEn : place.labelZh;

/** Buildings under their cells; the cell itself stands first, for what is not in a building. */
async function placeOptions(
  ctx: Context,
  communityCode: string,
  locale: Locale,
  t: Translate,
): Promise<SelectOption[]> {
  const cells = await listCells(ctx, { communityCode });
  const groups = await Promise.all(
    cells.map(async (cell) => {
      const group = rowName(locale, cell);
      const { items } = await listAreas(ctx, { parent: cell.code, kind: 'building', limit: 200 });
      const whole = {
        value: cell.code,
        label: items.length > 0 ? t('report.place.outside', { cell: group }) : group,
        group,
      };
      return [...items.map((row) => ({ value: row.code, label: rowName(locale, row), group })), whole];
    }),
  );
  return groups.flat();
}

/** A shift is not among them: its hours are set at the desk, which makes it of what is said here. */
async function itemOptions(ctx: Context, locale: Locale): Promise<SelectOption[]> {
  const [items, categories] = await Promise.all([listItems(ctx.db), listCategories(ctx.db)]);
  const groups = new Map(categories.map((category) => [category.code, rowName(locale, category)]));
  return items
    .filter((item) => !isShift(item))
    .map((item) => ({
      value: item.code,
      label: rowName(locale, item),
      group: groups.get(item.categoryCode) ?? item.categoryCode,
    }));
}

/** What `submit` would make of the fields now; null without words, or with an item that is not there any more. */
async function previewOf(ctx: Context, fields: Fields): Promise<OrderPreview | null> {
  const words = one(fields, 'words');
  if (!words) return null;
  try {
    return await previewOrder(ctx, { words, item: one(fields, 'item'), channel: 'web' });
  } catch (error) {
    if (isDomainError(error)) return null;
    throw error;
  }
}

/**
 * What was said of the same matter before, by the reader or by others near the place (3.8); nothing beside words of danger,
 * which wait for nobody.
 */
export async function beforeOf(
  ctx: Context,
  words: string,
  preview: OrderPreview,
  said: Parameters<typeof placeOf>[1],
): Promise<{ nearby: NearbyView[]; last: LastAnswer | null }> {
  if (preview.urgency === 'U1') return { nearby: [], last: null };
  const place = await placeOf(ctx, said);
  if (!place) return { nearby: [], last: null };
  const item = preview.item.code;
  const [nearby, last] = await Promise.all([
    similarNearby(ctx, { words, item, place }),
    lastAnswer(ctx, { item, place }),
  ]);
  return { nearby, last };
}

/** Everything that the report form offers beside what was typed. `community`: the code that the address names. */
export async function loadReport(
  ctx: Context,
  view: ReportView,
  community: string | undefined,
  locale: Locale,
  t: Translate,
): Promise<ReportData> {
  const communities = await listCommunities(ctx);
  const chosen = community ?? view.text('community');
  const own =
    communities.find(({ code }) => code === chosen) ?? (communities.length === 1 ? (communities[0] ?? null) : null);
  const pointCode = view.text('point');
  const point = pointCode ? await placeOf(ctx, { pointCode }) : null;
  const preview = await previewOf(ctx, view.fields);
  return {
    communities,
    community: own,
    places: own ? await placeOptions(ctx, own.code, locale, t) : [],
    items: await itemOptions(ctx, locale),
    point: point && { code: pointCode, name: placeName(locale, point) },
    phones: await emergencyPhones(ctx),
    emergencies: preview?.emergencies ?? [],
    preview,
    ...(preview
      ? await beforeOf(ctx, one(view.fields, 'words') ?? '', preview, reportInput(view.fields, []).place)
      : { nearby: [], last: null }),
  };
}
