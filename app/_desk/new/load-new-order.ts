import type { Locale } from '@/components/preferences';
import { isDomainError } from '@/lib/kernel/errors';
import { type BesideNew, similarToNew } from '@/lib/orders/queries/list-similar';
import { type OrderPreview, previewOrder } from '@/lib/orders/queries/preview-order';
import { listRoleHolders, type RoleHolder } from '@/lib/people/queries/list-role-holders';
import { listUnits, type UnitView } from '@/lib/people/queries/list-units';
import { listAreas } from '@/lib/places/queries/list-areas';
import { type CellView, listCells } from '@/lib/places/queries/list-cells';
import { locatePlace } from '@/lib/places/queries/locate-place';
import type { AreaView, PlaceView } from '@/lib/places/view';
import { listCategories, listItems } from '@/lib/taxonomy/queries/list-items';
import { reasonWords } from '@/lib/transport/words';
import type { StaffContext } from '../../_shell/enter';
import type { KeptForm } from '../../_shell/kept';
import { workAreas } from '../own-work';
import { newOrderInput } from './new-order';
import { type Entry, entries, entryCommunity } from './proxy-channels';

export interface FoundPlace {
  place: PlaceView | null;
  cell: CellView | null;
  worker: RoleHolder | null;
  /** Why the typed address leads nowhere, in words. */
  refusal: string | null;
}

export interface NewOrderData {
  cells: CellView[];
  /** Cells without a building of their own stand for themselves. */
  buildings: { cell: CellView; areas: AreaView[] }[];
  items: Awaited<ReturnType<typeof listItems>>;
  categories: Awaited<ReturnType<typeof listCategories>>;
  units: UnitView[];
  /** Null until words were typed and looked at. */
  preview: OrderPreview | null;
  found: FoundPlace;
  /** What may be of the same thing, with the reasons; at the desk, where it leads somewhere. */
  similar: BesideNew[];
}

/** What the page of 代点单 shows beside its fields; with kept text also what would become of it. */
export async function loadNewOrder(
  ctx: StaffContext,
  kept: KeptForm | null,
  locale: Locale,
  entry: Entry = entries.desk,
): Promise<NewOrderData> {
  const isDesk = entry.name === 'desk';
  const communityCode = isDesk ? (workAreas(ctx.actor)[0] ?? '') : entryCommunity(ctx.actor, entry);
  const cells = await listCells(ctx, { communityCode });
  const buildings = await Promise.all(
    cells.map(async (cell) => ({
      cell,
      areas: (await listAreas(ctx, { parent: cell.code, kind: 'building', limit: 200 })).items,
    })),
  );
  const input = kept && newOrderInput(kept.values, undefined, []);
  const said = input?.proxy?.words ?? input?.words;
  const preview = input && said ? await previewSafely(ctx, said, input.item) : null;
  const found = input ? await findPlace(ctx, input.place, cells, communityCode, locale) : nowhere;
  return {
    cells,
    buildings,
    items: await listItems(ctx.db),
    categories: await listCategories(ctx.db),
    units: (await listUnits(ctx)).filter((unit) =>
      unit.areas.some((code) => communityCode.startsWith(code) || code.startsWith(communityCode)),
    ),
    preview,
    found,
    similar:
      isDesk && said && preview && found.place
        ? await similarToNew(ctx, { words: said, items: readings(preview), place: found.place })
        : [],
  };
}

/** The items that the words may mean: the chosen one, and each that words of theirs spoke for. */
const readings = ({ item, suggestions }: OrderPreview): string[] => [
  ...new Set([item.code, ...suggestions.filter(({ because }) => because.length > 0).map((one) => one.item.code)]),
];

const nowhere: FoundPlace = { place: null, cell: null, worker: null, refusal: null };

/** An item that does not exist comes only from a form that was tampered with; then the words decide. */
async function previewSafely(ctx: StaffContext, words: string, item: string | undefined): Promise<OrderPreview> {
  try {
    return await previewOrder(ctx, { words, item, channel: 'hall' });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return previewOrder(ctx, { words, channel: 'hall' });
  }
}

async function findPlace(
  ctx: StaffContext,
  said: { areaCode?: string; address?: string },
  cells: CellView[],
  communityCode: string,
  locale: Locale,
): Promise<FoundPlace> {
  const asked = said.areaCode
    ? { areaCode: said.areaCode }
    : said.address
      ? { address: said.address, within: communityCode }
      : null;
  if (!asked) return nowhere;
  try {
    const place = await locatePlace(ctx, asked);
    const [worker] = place.cellCode
      ? await listRoleHolders(ctx, { role: 'grid_worker', areaCodes: [place.cellCode] })
      : [];
    return {
      place,
      cell: cells.find((cell) => cell.code === place.cellCode) ?? null,
      worker: worker ?? null,
      refusal: place.cellCode ? null : reasonWords(locale, 'order.place_too_wide', 'invalid'),
    };
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return { ...nowhere, refusal: reasonWords(locale, error.reason, error.code, error.details.params) };
  }
}
