import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeMatters } from '@/bench/matters';
import { newId } from '@/lib/kernel/ids';
import { checkPerformance } from '@/lib/mediation/commands/check-performance';
import { enterDuty } from '@/lib/mediation/commands/enter-duty';
import { submitOrder } from '@/lib/orders/commands/submit-order';
import { loadProjects } from '@/seeds/demo/load-projects';
import { loadRounds } from '@/seeds/demo/load-rounds';
import type { Community } from '../support/community';
import { secrets as mediated, openTable, poli, settled } from '../support/mediations';
import { fixedTexts, nameSearch } from '../support/name-search';
import { makers, requester } from '../support/named-cases';
import { anOrder, perform, placeInC } from '../support/orders';
import { signInBrowser } from '../support/page-forms';
import { holdingOf, textsHeld, toldInVain } from '../support/personal-columns';
import { asked, crawled, overheard, type Told } from '../support/public-crawl';
import { servedCommunity } from '../support/served-community';
import { call, servedBuild, signIn } from '../support/server';
import { type WholeDatabase, wholeDatabase } from '../support/whole-database';

const served = servedBuild();
const base = () => served().server.base;

/** Names that stand nowhere but in what people gave and wrote. */
const planted = ['诸葛拾穗', '司徒听雨', '尉迟望舒', '慕容知秋', '10061234567', '10061234568'] as const;
const [asking, speaking, writing, aside, phone, otherPhone] = planted;

/** Orders on their whole way with names wherever somebody may give or write one, enough of a kind to be told in public. */
async function orders(c: Community): Promise<void> {
  const said = { item: '0603', contact: { name: asking, phone }, words: `我叫${asking}，${phone}，棋牌桌断了一条腿。` };
  for (let i = 0; i < 6; i++) {
    const made = await anOrder(c, {
      ...said,
      clientId: newId(),
      place: { ...placeInC, detail: `2单元30${i}室${aside}家` },
    });
    await perform(c, 'limin', 'note', made, { words: `${asking}说楼上${aside}也来打牌` });
    await perform(c, 'limin', 'assign', made);
    await perform(c, 'gaofeng', 'sign', made);
    const pieces = [{ kind: 'ref_no', value: `维修单-${i}`, text: `${asking}在场，维修单-${i}` }];
    await perform(c, 'gaofeng', 'submit_evidence', made, { pieces, words: `当着${asking}的面修好了` });
    await perform(c, 'zhengshucheng', 'pass', made);
    await perform(c, made.holder, 'rate', made, { words: `谢谢高师傅，我是${asking}` });
  }
  await submitOrder(await c.as('chenchen'), {
    ...{ item: '0802', words: '单元门口堵车，请帮忙联系车主。', place: placeInC, channel: 'phone', clientId: newId() },
    contact: { name: writing, phone: otherPhone },
    proxy: {
      spokenBy: speaking,
      knownBy: 'phone',
      consentAt: new Date(c.clock.now() - 60_000).toISOString(),
      words: `${speaking}替${writing}说的`,
    },
  });
}

/** A case of every kind with everything in it, beside the projects, rounds and matters for all of the demo. */
async function fill(c: Community): Promise<void> {
  await orders(c);
  for (const make of Object.values(makers)) await make(c);
  const table = await openTable(c);
  await settled(c, table);
  const checked = { ...(await table.on()), on: table.today(), outcome: 'not_yet' as const, words: mediated.check };
  await checkPerformance(table.mediator, checked);
  await enterDuty(await c.as('shuji'), {
    ...{ clientId: newId(), community: poli, kind: 'lawyer', name: '律师上官明法', office: '法律援助工作站' },
    validFrom: '2024-01-01',
  });
  const load = {
    contextOf: (actor: Parameters<Community['ctx']>[0], address = 'local') => c.ctx(actor, { caller: { address } }),
    clock: c.clock,
    community: { personId: c.idOf },
    endsAt: c.clock.now(),
    say: () => undefined,
  };
  await loadProjects(load);
  await loadRounds(load);
}

let database: WholeDatabase;
let told: Map<string, Told>;
/** Who is signed in and has nothing to do with anything. */
const stranger = 'annakeller';

/** Addresses that no page of the public leads to, for everything of which the database knows a number. */
function unlinked({ rows }: WholeDatabase): string[] {
  const all = (table: string, column: string) => (rows[table] ?? []).map((row) => String(row[column]));
  const cases = ['deliberation', 'project', 'answer', 'opinion_round', 'mediation', 'liaison_letter'].flatMap((one) =>
    all(one, 'code'),
  );
  const codes = all('orders', 'code').slice(0, 8);
  return [
    ...[...cases, ...codes].flatMap((code) => [`/board/${code}`, `/board/${code}/print`, `/t/${code}`]),
    ...cases.flatMap((code) => [
      `/desk/deliberations/${code}`,
      `/mediation/${code}`,
      `/mediation/${code}/sheet`,
      `/letters/${code}`,
      `/letters/${code}/sheet`,
    ]),
    ...codes.flatMap((code) => [`/desk/o/${code}`, `/report/done/${code}`, `/desk/slip/${code}`]),
    ...all('place_point', 'code')
      .slice(0, 8)
      .flatMap((code) => [`/q/${code}`, `/grid?point=${code}`, `/report?point=${code}`]),
    ...all('area', 'code')
      .filter((code) => /-05(-|$)/.test(code))
      .slice(0, 12)
      .map((code) => `/grid?area=${code}`),
    ...all('document', 'id').map((id) => `/documents/${id}`),
  ];
}

/** What the whole contract answers to GET, for every number of the database that an address may name. */
async function contract({ rows }: WholeDatabase, headers: Record<string, string>): Promise<Told[]> {
  const { json } = await call(base(), 'GET', '/openapi.json');
  const paths = Object.entries(json.paths as Record<string, Record<string, { parameters?: { name: string }[] }>>);
  const codesOf: Record<string, string> = {
    deliberations: 'deliberation',
    projects: 'project',
    answers: 'answer',
    rounds: 'opinion_round',
    letters: 'liaison_letter',
    mediations: 'mediation',
    orders: 'orders',
  };
  const found: Told[] = [];
  for (const [path, operations] of paths) {
    if (!operations.get) continue;
    // It never ends: its first words are read, and what was missed since the beginning.
    if (path === '/stream') {
      for (const query of ['', '?after=0']) found.push(await overheard(base(), `/api/v1${path}${query}`, headers));
      continue;
    }
    const parts = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    const codes = (rows[codesOf[path.split('/')[1] ?? ''] ?? ''] ?? []).slice(0, 12).map((row) => String(row.code));
    const meetings = (rows.deliberation_meeting ?? []).map((row) => String(row.id));
    const filled =
      parts.length === 0
        ? [
            '',
            '?limit=200',
            '?community=320371003208',
            `?q=${encodeURIComponent('棋牌')}`,
            '?area=320371003208&from=2024-01-01&to=2024-01-31',
            '?lat=34.2&lng=117.3',
            '?point=PL-C05',
          ].map((query) => path + query)
        : codes.flatMap((code) =>
            parts.includes('meeting')
              ? meetings.map((meeting) => path.replace('{code}', code).replace('{meeting}', meeting))
              : [path.replace('{code}', code).replace('{queryCode}', code)],
          );
    for (const one of filled) found.push(await asked(base(), `/api/v1${one}`, headers));
  }
  return found;
}

beforeAll(async () => {
  process.env.DATA_DIR = served().place.dataDir;
  await makeMatters(served().place.databaseUrl);
  const c = await servedCommunity(served().place.databaseUrl);
  await fill(c).finally(() => c.close());
  database = wholeDatabase(served().place.file);
  told = new Map();
  const from = [
    '/',
    '/board',
    '/board?tab=deliberation',
    '/cases',
    '/grid',
    '/help',
    '/privacy',
    '/report',
    '/t',
    '/q',
    '/login',
    '/offline',
    '/a11y',
    '/me',
    '/mine',
    ...unlinked(database),
  ];
  const keep = (who: string, found: Iterable<Told>) => {
    for (const one of found) told.set(`${who} ${one.where}`, one);
  };
  for (const locale of ['zh-CN', 'en']) {
    const headers = { 'accept-language': locale, cookie: `locale=${locale}` };
    keep(`nobody ${locale}`, (await crawled({ base: base(), from, headers })).values());
  }
  keep('nobody', await contract(database, {}));
  const cookie = await signInBrowser(base(), stranger);
  const stays = (path: string) => !path.startsWith('/login') && !path.startsWith('/mode');
  keep(stranger, (await crawled({ base: base(), from, headers: { cookie }, follow: stays })).values());
  const token = (await signIn(base(), [stranger]))[stranger];
  keep(stranger, await contract(database, { authorization: `Bearer ${token}` }));
}, 300_000);
afterAll(() => told?.clear());

/** Whom the public may know by name, where, and why. Nobody else, nowhere else. */
interface Known {
  why: string;
  at: (where: string) => boolean;
  texts: ReadonlySet<string>;
}

function knownPeople({ rows }: WholeDatabase): Known[] {
  const textsOf = (persons: readonly unknown[]) =>
    new Set(
      [...(rows.person ?? []), ...(rows.account ?? []).map((row) => ({ ...row, id: row.person_id }))]
        .filter((row) => persons.includes(row.id))
        .flatMap((row) => Object.values(row).filter((value): value is string => typeof value === 'string')),
    );
  const holders = (role: string) =>
    (rows.membership ?? []).filter((row) => row.role === role).map((row) => row.person_id);
  const own = (rows.account ?? []).filter((row) => row.login === stranger).map((row) => row.person_id);
  return [
    {
      why: 'a cell’s grid worker is posted with a phone where people gather (滨州市社会治理网格化服务管理条例 7)',
      at: (where) => /^\S+( zh-CN| en)? \/(grid|q)(\/|\?)/.test(where),
      texts: textsOf(holders('grid_worker')),
    },
    {
      why: 'a demo says at its sign-in page whose invented phone takes a code; a production start refuses a demo',
      at: (where) => / \/login$/.test(where),
      texts: textsOf((rows.account ?? []).map((row) => row.person_id)),
    },
    { why: 'what is one’s own', at: (where) => where.startsWith(`${stranger} `), texts: textsOf(own) },
  ];
}

/** A staff's login is the word for a desk ("admin"); that of a resident or volunteer is their name in letters. */
const isDesk = ({ rows }: WholeDatabase, text: string) =>
  (rows.account ?? []).some((row) => row.login === text && row.kind === 'staff');

describe('every column of text', () => {
  it('is told whether it holds people, so that a new one cannot be forgotten', () => {
    const untold = Object.entries(database.texts).flatMap(([table, columns]) =>
      columns.filter((column) => holdingOf(table, column) === null).map((column) => `${table}.${column}`),
    );
    expect(untold).toEqual([]);
    expect(toldInVain(database)).toEqual([]);
  });

  it('of a history, a queue or the trail names nobody', () => {
    const people = [...textsHeld(database, 'person').keys()].filter((text) => !isDesk(database, text));
    const search = nameSearch(fixedTexts(database), people);
    const rows = [...textsHeld(database, 'nameless')];
    expect(rows.length).toBeGreaterThan(300);
    expect(rows.flatMap(([text, where]) => search(text).map((name) => `${where}: ${name}`))).toEqual([]);
  });
});

describe('what everybody may read', () => {
  it('was all looked at: both languages, every kind of case, its sheet and its list of ballots', () => {
    const shapes = [...told.values()].filter(({ status }) => status === 200).map(({ where }) => where);
    for (const part of ['YS', 'BS', 'DF', 'YJ']) {
      const of = shapes.filter((where) => where.includes(`-${part}-`));
      expect(
        of.some((where) => where.startsWith('/board/') && where.endsWith('/print')),
        part,
      ).toBe(true);
      expect(
        of.some((where) => where.startsWith('/api/v1/')),
        part,
      ).toBe(true);
    }
    for (const page of ['/tally/', '/comment', '/opinion', '/photos/', '/cases', '/grid?area', '/q/', '/_next/']) {
      expect(
        shapes.some((where) => where.includes(page)),
        page,
      ).toBe(true);
    }
    // What is public of the cases was really on these pages.
    const all = [...told.values()].map(({ text }) => text).join('\n');
    for (const shown of ['沿河公园', '晚上停不进来', '已向相关单位备案', '健身棋牌等活动设施'])
      expect(all).toContain(shown);
    expect([...told.keys()].filter((where) => where.startsWith('nobody en ')).length).toBeGreaterThan(100);
    expect([...told.values()].filter(({ status }) => status >= 500)).toEqual([]);
  });

  it('names nobody and gives nobody’s phone', () => {
    const people = textsHeld(database, 'person');
    expect(people.size).toBeGreaterThan(800);
    expect([...people.keys()]).toEqual(
      expect.arrayContaining([
        ...planted.filter((one) => one !== aside),
        requester.name,
        requester.phone,
        mediated.firstName,
        mediated.phone,
        '王桂兰',
      ]),
    );
    const needles = [...people.keys(), aside].filter((text) => !isDesk(database, text));
    const search = nameSearch(fixedTexts(database), needles);
    const known = knownPeople(database);
    const met = new Set<Known>();
    const found = [...told].flatMap(([where, { text }]) =>
      search(text).flatMap((needle) => {
        const by = known.find(({ at, texts }) => at(where) && texts.has(needle));
        if (by) met.add(by);
        return by ? [] : [`${where}: ${needle} (${people.get(needle) ?? 'planted'})`];
      }),
    );
    expect(found).toEqual([]);
    // Each exception is one that is met: none stands here for nothing.
    expect(known.filter((one) => !met.has(one)).map(({ why }) => why)).toEqual([]);
  });

  it('holds no words that were written for few, nor anything of a mediation', () => {
    const everybodys = new Set(textsHeld(database, 'public').keys());
    const words = textsHeld(database, 'private');
    // A word or two may stand anywhere; a sentence may not.
    const needles = [...words.keys()].filter((text) => text.length >= 8 && !everybodys.has(text));
    expect(needles.length).toBeGreaterThan(40);
    const search = nameSearch(fixedTexts(database), needles);
    const found = [...told].flatMap(([where, { text }]) =>
      search(text).map((one) => `${where}: ${words.get(one)}: ${one}`),
    );
    expect(found).toEqual([]);
  });

  it('would be found: one name on one page, in whichever way it is written', () => {
    const search = nameSearch(fixedTexts(database), ['王桂兰', '10061234567', '邻居']);
    const ways = [
      '<p>王桂兰</p>',
      '<p>王<!-- -->桂兰</p>',
      '?q=%E7%8E%8B%E6%A1%82%E5%85%B0',
      '{"n":"\\u738b\\u6842\\u5170"}',
    ];
    expect(ways.map((way) => search(way))).toEqual(ways.map(() => ['王桂兰']));
    expect(search('电话 100 6123 4567')).toEqual(['10061234567']);
    // Part of a fixed text is none, and the same word beside it is one.
    expect(search('和邻居、物业')).toEqual(['邻居']);
    const beside = nameSearch(['隔壁邻居'], ['邻居']);
    expect(beside('隔壁邻居')).toEqual([]);
    expect(beside('隔壁邻居 邻居')).toEqual(['邻居']);
  });
});
