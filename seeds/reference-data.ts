import { readFileSync } from 'node:fs';
import { loadCalendar } from '@/lib/calendar/commands/load-calendar';
import type { Context } from '@/lib/kernel/context';
import { loadTaxonomy } from '@/lib/taxonomy/commands/load-taxonomy';
import type { Taxonomy } from '@/lib/taxonomy/store';
import { readCsv } from './csv';

const read = (name: string) => readFileSync(new URL(`./reference/${name}`, import.meta.url), 'utf8');

/** Words in the notation of lib/taxonomy/phrase, by item, and those of danger by whom to call first. */
interface Keywords {
  items: Record<string, string[]>;
  emergency: { calls: { call: string; words: string[] }[] };
}

/** The 15 × 56 taxonomy with its keywords, examples and emergency words, from the committed files. */
export function readTaxonomy(): Taxonomy {
  const { items, emergency } = JSON.parse(read('keywords.json')) as Keywords;
  const examples = readCsv(read('examples.csv')).map((row) => ({ of: row.items?.split(' ')[0], words: row.words }));
  const examplesOf = (code: string) => examples.filter(({ of }) => of === code).map(({ words }) => `~${words}`);
  const text = (value: string | undefined) => value ?? '';
  const rows = readCsv(read('taxonomy.csv'));
  return {
    categories: readCsv(read('categories.csv')).map((row) => ({
      code: text(row.code),
      nameZh: text(row.name_zh),
      nameEn: text(row.name_en),
    })),
    items: rows.map((row, sortKey) => ({
      code: text(row.code),
      categoryCode: text(row.code).slice(0, 2),
      nameZh: text(row.name_zh),
      nameEn: text(row.name_en),
      urgency: text(row.urgency) as 'U1' | 'U2' | 'U3' | 'U4',
      acceptLimit: text(row.accept_limit),
      finishLimit: text(row.finish_limit),
      flags: text(row.flags).split(' ').filter(Boolean),
      evidenceZh: text(row.evidence_zh),
      evidenceKinds: text(row.evidence_kinds),
      handler: text(row.handler),
      itemFactor: Number(row.item_factor),
      keywords: [...(items[text(row.code)] ?? []), ...examplesOf(text(row.code))],
      sortKey,
    })),
    emergencyWords: [
      ...emergency.calls.flatMap(({ call, words }) => words.map((word) => ({ word, call }))),
      ...readCsv(read('danger-examples.csv')).map((row) => ({ word: `~${text(row.words)}`, call: text(row.call) })),
      // What is said of the items that can wait is no danger.
      ...rows
        .filter((row) => row.urgency === 'U3' || row.urgency === 'U4')
        .flatMap((row) => examplesOf(text(row.code)).map((word) => ({ word, call: 'none' }))),
    ],
  };
}

/** Loads what every installation needs: the taxonomy and the working calendars. Idempotent. */
export async function loadReferenceData(ctx: Context): Promise<void> {
  await loadTaxonomy(ctx, readTaxonomy());
  await loadCalendar(ctx, JSON.parse(read('calendar-days.json')));
}
