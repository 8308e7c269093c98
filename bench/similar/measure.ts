import { readFileSync } from 'node:fs';
import { likenessOf, type Report } from '@/lib/orders/similar';
import { suggestItems } from '@/lib/taxonomy/suggest';
import { readCsv } from '@/seeds/csv';
import { readTaxonomy } from '@/seeds/reference-data';

export interface Measured {
  pairs: number;
  same: number;
  /** Of what is proposed, how much is one thing; of what is one thing, how much is proposed. */
  precision: number;
  recall: number;
  /** Pairs where the rule is wrong, by their number. */
  missed: string[];
  wrong: string[];
}

const hour = 3_600_000;

const known = readTaxonomy().items.map((item) => ({ ...item, keywords: item.keywords as string[] }));
/** The item that the program takes words for, as it does of a report that names none. */
const suggested = (words: string): string => suggestItems(words, known)[0]?.code ?? '';

/**
 * The labelled pairs: two reports, hours apart, and whether a person says that they are one thing.
 * @param item `right`: as a person classified each; `suggested`: as the words alone are taken, which the panel of a report sees
 */
export function measureSimilar(item: 'right' | 'suggested'): Measured {
  const rows = readCsv(readFileSync(new URL('./pairs.csv', import.meta.url), 'utf8'));
  const report = (right = '', building = '', words = '', hours = 0): Report => {
    const code = item === 'right' ? right : suggested(words);
    return {
      item: code,
      category: code.slice(0, 2),
      cell: building.slice(0, 1),
      building,
      position: null,
      words,
      at: hours * hour,
      photos: [],
    };
  };
  const judged = rows.map((row) => ({
    id: row.id ?? '',
    isSame: row.label === 'same',
    found:
      likenessOf(
        report(row.item, row.building, row.words),
        report(row.other_item, row.other_building, row.other_words, Number(row.hours)),
      ) !== null,
  }));
  const count = (wanted: (one: (typeof judged)[number]) => boolean) => judged.filter(wanted).length;
  const hit = count(({ isSame, found }) => isSame && found);
  return {
    pairs: judged.length,
    same: count(({ isSame }) => isSame),
    precision: hit / count(({ found }) => found),
    recall: hit / count(({ isSame }) => isSame),
    missed: judged.filter(({ isSame, found }) => isSame && !found).map(({ id }) => id),
    wrong: judged.filter(({ isSame, found }) => !isSame && found).map(({ id }) => id),
  };
}
