import type { Reader } from '@/lib/kernel/context';
import { priceListsOf } from '../facts';

export interface PriceView {
  label: string;
  priceFen: number;
  marketFen: number;
  unit: string;
}

export interface PriceLists {
  /** The list that holds now; empty before one was set. */
  prices: PriceView[];
  /** Those that held before, the latest first; `at` is when each was set. */
  earlierPrices: { version: number; at: number; rows: PriceView[] }[];
}

const priceView = ({ label, priceFen, marketFen, unit }: PriceView): PriceView => ({
  label,
  priceFen,
  marketFen,
  unit,
});

/** The prices of what was decided, each list beside the one before. */
export async function pricesOf(db: Pick<Reader, 'select'>, deliberationId: string): Promise<PriceLists> {
  const [now = [], ...earlier] = await priceListsOf(db, deliberationId);
  return {
    prices: now.map(priceView),
    earlierPrices: earlier.flatMap((rows) =>
      rows.slice(0, 1).map(({ version, at }) => ({ version, at, rows: rows.map(priceView) })),
    ),
  };
}
