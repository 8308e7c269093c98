import { startOfDay } from '@/lib/calendar/shanghai';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { type RateCounts, rateCounts } from '@/lib/orders/queries/rate-counts';
import { getArea } from '@/lib/places/queries/get-area';
import { type GetStatsInput, getStatsInput } from '../input';
import { mayCountSealed, mayReadStats, publicMinimum, tellParts } from '../policy';
import { publicRates, type Rate, ratesOf } from '../rates';

export interface Stats {
  area: { code: string; nameZh: string; nameEn: string };
  from: string;
  to: string;
  /** When it was counted; figures of a period that runs go on moving. */
  countedAt: string;
  /** True when only the public part is given. */
  publicOnly: boolean;
  submitted: number | null;
  closed: number | null;
  /** Of `submitted`, by the way in which they came. */
  channels: RateCounts['channels'];
  rates: Rate[];
}

const dayMs = 86_400_000;

/** A small channel must not be the rest that the sum leaves (`tellParts`). */
const toldChannels = (channels: Stats['channels']): Stats['channels'] =>
  tellParts(channels.map(({ channel, submitted: count }) => ({ channel, count }))).told.map(({ channel, count }) => ({
    channel,
    submitted: count,
  }));

/**
 * Counts and rates of an area and a period, each with numerator, denominator and definition (3.7). Whoever works in the
 * area gets all of them; everybody else the public part, for communities and above, without small figures.
 * @throws not_found place.area_unknown · invalid
 */
export async function getStats(ctx: Context, raw: GetStatsInput): Promise<Stats> {
  const { area, from, to } = parse(getStatsInput, raw);
  const place = await getArea(ctx, { code: area });
  const own = mayReadStats(ctx.actor, [place.code, ...place.ancestors.map((a) => a.code)]);
  const wide = ['community', 'street', 'zone'].includes(place.kind);
  const period = { from: startOfDay(from), to: startOfDay(to) + dayMs };
  const counts = await rateCounts(ctx.db, { area, ...period, sealed: mayCountSealed(ctx.actor) });
  const rates = ratesOf(counts);
  const enough = (n: number) => own || (wide && n >= publicMinimum);
  return {
    area: { code: place.code, nameZh: place.nameZh, nameEn: place.nameEn },
    from,
    to,
    countedAt: rfc3339(ctx.now()),
    publicOnly: !own,
    submitted: enough(counts.submitted) ? counts.submitted : null,
    closed: enough(counts.closed) ? counts.closed : null,
    channels: own ? counts.channels : wide ? toldChannels(counts.channels) : [],
    rates: own ? rates : rates.filter((rate) => publicRates.includes(rate.name) && enough(rate.denominator)),
  };
}
