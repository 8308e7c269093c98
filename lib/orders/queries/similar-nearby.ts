import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import type { PlaceView } from '@/lib/places/view';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { tellableNearby } from '../join-nearby';
import { joinTokenOf } from '../secrets';
import type { Report } from '../similar';
import type { Status } from '../status';
import type { Named } from './holders-of';
import { similarTo } from './similar-to';

/** What a neighbour is told of another's report: item, building, when, state; no name, no door, no words, no number. */
export interface NearbyView {
  /** What 我也遇到 sends along; opens nothing. */
  token: string;
  itemName: Named;
  place: Named;
  /** RFC 3339. */
  submittedAt: string;
  status: Status;
}

const most = 2;

/** 附近有人反映过同样的事: what may be the same as a report that is being written (3.8). */
export async function similarNearby(
  ctx: Context,
  input: { words: string; item: string; place: PlaceView },
): Promise<NearbyView[]> {
  const report = await reportAt(ctx, input);
  if (!report) return [];
  const found = await similarTo(ctx.db, report, tellableNearby());
  const list: NearbyView[] = [];
  for (const { order } of found.slice(0, most)) {
    const { nameZh, nameEn } = await getItem(ctx.db, order.itemCode);
    list.push({
      token: joinTokenOf(order.id),
      itemName: { zh: nameZh, en: nameEn },
      place: { zh: order.placeZh, en: order.placeEn },
      submittedAt: rfc3339(order.submittedAt),
      status: order.status,
    });
  }
  return list;
}

/** A report that is not sent yet, as it is compared; null where the place lies in no cell. */
export async function reportAt(
  ctx: Context,
  { words, item, place }: { words: string; item: string; place: PlaceView },
): Promise<Report | null> {
  if (!place.cellCode) return null;
  const { code, categoryCode } = await getItem(ctx.db, item);
  return {
    item: code,
    category: categoryCode,
    cell: place.cellCode,
    building: place.buildingCode,
    position: place.lat === null || place.lng === null ? null : { lat: place.lat, lng: place.lng },
    words,
    at: ctx.now(),
    photos: [],
  };
}
