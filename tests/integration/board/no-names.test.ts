import { createTranslator } from 'next-intl';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { BoardKind, Medium, PublicContext } from '@/app/_board/board-kind';
import { kinds } from '@/app/_board/kinds';
import { MonthView } from '@/app/_board/month-view';
import type { Translate } from '@/app/_shell/translate';
import type { Reader } from '@/app/_track/viewer';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { deliberationRoll } from '@/lib/deliberation/tables';
import type { EndpointRow } from '@/lib/kernel/endpoint';
import { orderContact } from '@/lib/orders/tables';
import { person } from '@/lib/people/tables';
import { getMonthReport } from '@/lib/stats/queries/get-month-report';
import { endpointRows } from '@/lib/transport/registry';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';
import { sharedCommunity } from '@/tests/support/community';
import { parkingPoints, poli } from '@/tests/support/deliberations';
import { makers, requester } from '@/tests/support/named-cases';

const c = sharedCommunity();
const anyone = () => c().ctx({ kind: 'anonymous' }) as PublicContext;

const readers: Reader[] = (['zh-CN', 'en'] as const).map((locale) => ({
  locale,
  mode: 'standard',
  t: createTranslator({
    locale,
    messages: locale === 'en' ? en : zh,
    timeZone: 'Asia/Shanghai',
  }) as unknown as Translate,
}));

type Corpus = Map<string, string>;

async function pagesOf(letters: string, kind: BoardKind, into: Corpus): Promise<void> {
  for (const reader of readers) {
    const { rows } = await kind.list(anyone(), reader, { community: poli });
    const notices = (await kind.onNotice?.(anyone(), reader, poli)) ?? [];
    into.set(`${letters} list ${reader.locale}`, JSON.stringify([rows, notices]));
    for (const { code } of rows) {
      for (const medium of ['screen', 'paper'] satisfies Medium[]) {
        const { title, body } = await kind.open(anyone(), reader, { code, medium });
        into.set(`/board/${code} ${medium} ${reader.locale}`, JSON.stringify(title) + renderToStaticMarkup(body));
      }
    }
  }
}

async function monthsOf(into: Corpus): Promise<void> {
  const report = await getMonthReport(anyone(), { community: poli });
  for (const reader of readers) {
    for (const medium of ['screen', 'paper'] satisfies Medium[]) {
      const view = createElement(MonthView, { report, reader, medium });
      into.set(`/stats ${medium} ${reader.locale}`, renderToStaticMarkup(view));
    }
  }
}

/** What a caller without a session is asked to say where an address names more than a case. */
const asked: Record<string, Record<string, unknown>> = {
  '/areas/locate': { address: 'C区5号楼' },
  '/stats': { area: poli, from: '2024-01-01', to: '2024-01-31' },
  '/stats/month': { community: poli },
};
/** Only for whoever holds the code or the receipt: nothing that everybody may read. */
const ofHolders = ['/track/{queryCode}', '/deliberations/{code}/meetings/{meeting}/receipt'];

/** The values that fill the parts of an address: of every public case of that collection, and of its meetings. */
async function partsOf(row: EndpointRow): Promise<Record<string, unknown>[]> {
  const names = [...row.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
  if (names.length === 0) return [asked[row.path] ?? {}];
  const collection = `/${row.path.split('/')[1]}`;
  const list = endpointRows.find(({ method, path }) => method === 'GET' && path === collection);
  if (!list) throw new Error(`${row.path} names a case of no list`);
  const { items } = (await list.run(anyone(), list.input.parse({}))) as { items: { code: string }[] };
  if (names.join() === 'code') return items.map(({ code }) => ({ code }));
  const found: Record<string, unknown>[] = [];
  for (const { code } of items) {
    const { meetings } = await getDeliberation(anyone(), { code });
    found.push(...meetings.filter((one) => one.ballotDigest).map(({ id }) => ({ code, meeting: id })));
  }
  return found;
}

async function answersOf(into: Corpus): Promise<void> {
  for (const row of endpointRows) {
    if (row.method !== 'GET' || row.audience !== 'anyone' || ofHolders.includes(row.path)) continue;
    const all = await partsOf(row);
    expect(all.length, `nothing public to ask ${row.path} for`).toBeGreaterThan(0);
    for (const parts of all) {
      const answer = await row.run(anyone(), row.input.parse(parts));
      into.set(`GET ${row.path} ${JSON.stringify(parts)}`, JSON.stringify(answer));
    }
  }
}

/** One of the tests' own people is called by a word that the list of categories uses as well. */
const words = ['少年'];

/** Every name and phone of the database, with where it stands. */
async function needles(): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const { db } = anyone();
  for (const { displayName: name, nameEn, phone } of await db.select().from(person)) {
    found.set(name, 'a person');
    if (nameEn) found.set(nameEn, 'a person in English');
    if (phone) found.set(phone, 'a person’s phone');
  }
  for (const { name, phone } of await db.select().from(orderContact)) {
    if (name) found.set(name, 'who asked');
    if (phone) found.set(phone, 'who asked, the phone');
  }
  for (const { name } of await db.select().from(deliberationRoll)) found.set(name, 'on a roll');
  for (const word of words) found.delete(word);
  return found;
}

describe('what everybody may read', () => {
  it('names nobody and gives no phone, on any page of the board and in any answer of the API', async () => {
    expect(Object.keys(makers).sort(), 'a maker for every kind of the board').toEqual(Object.keys(kinds).sort());
    for (const make of Object.values(makers)) await make(c());
    const corpus: Corpus = new Map();
    for (const [letters, kind] of Object.entries(kinds)) {
      await pagesOf(letters, kind, corpus);
      expect([...corpus.keys()].join('\n'), 'a page of the kind was looked at').toContain(`-${letters}-`);
    }
    await monthsOf(corpus);
    await answersOf(corpus);

    const wanted = await needles();
    expect(wanted.size).toBeGreaterThan(100);
    expect([...wanted.keys()]).toEqual(expect.arrayContaining([requester.name, requester.phone, '王桂兰']));
    const told = [...corpus].flatMap(([where, text]) =>
      [...wanted].filter(([needle]) => text.includes(needle)).map(([needle, what]) => `${where}: ${what}, ${needle}`),
    );
    expect(told).toEqual([]);
    // The search finds what is there: words of the resolution, the answer without its name.
    const all = [...corpus.values()].join('\n');
    for (const shown of [...parkingPoints, '晚上停不进来', '棋牌室', '沿河公园']) expect(all).toContain(shown);
  });
});
