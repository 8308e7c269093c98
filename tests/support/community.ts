import { existsSync, readFileSync } from 'node:fs';
import { copyFile, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, inject, onTestFinished } from 'vitest';
import { type Engine, openEngine, sqliteFile } from '@/db/client';
import { manualClock } from '@/lib/kernel/clock';
import type { Actor, Context, PersonActor } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { loadRoutes } from '@/lib/orders/commands/load-routes';
import { loadPeople } from '@/lib/people/commands/load-people';
import { loadActor } from '@/lib/people/queries/load-actor';
import { person } from '@/lib/people/tables';
import { loadAreas } from '@/lib/places/commands/load-areas';
import type { AreaInput } from '@/lib/places/input';
import { loadVolunteers } from '@/lib/volunteers/commands/load-volunteers';
import { demoAreas, demoNeighbours, demoPoints } from '@/seeds/demo/geography';
import { loadReferenceData, readTaxonomy } from '@/seeds/reference-data';
import { communityPeople } from './community-people';
import { testEngine } from './database';
import { demoMonday, type TestDatabase } from './test-database';

// What the program refuses to start without; the tests' own.
process.env.CODE_SECRET ??= 'a secret of the tests alone, forty letters';
process.env.DATA_DIR ??= path.join(tmpdir(), `poyou-photos-${process.pid}`);

export interface Community extends TestDatabase {
  idOf(key: string): string;
  /** One of the people, as a session would see them now. */
  actor(key: string): Promise<PersonActor>;
  as(key: string): Promise<Context>;
  close(): Promise<void>;
}

const { register, volunteers, routes } = communityPeople(readTaxonomy().items);

// Every building stands; the doors of these two are enough to tell households apart.
const someDoors = ['320371003208005-05-', '320371003208001-03-'];

async function load(ctx: Context): Promise<void> {
  const above = new URL('../../seeds/reference/areas-dahuangshan.json', import.meta.url);
  const areas = demoAreas().filter(
    ({ kind, code }) => (kind !== 'stair' && kind !== 'household') || someDoors.some((door) => code.startsWith(door)),
  );
  await loadReferenceData(ctx);
  await loadAreas(ctx, { areas: (JSON.parse(readFileSync(above, 'utf8')) as { areas: AreaInput[] }).areas });
  await loadAreas(ctx, { areas, points: demoPoints(), neighbours: demoNeighbours() });
  const { personIds } = await loadPeople(ctx, { register, password: 'poli-2024-demo' });
  const idOf = (key: string) => personIds.get(key) ?? key;
  await loadVolunteers(
    ctx,
    volunteers.map(({ personKey, skills, adultFrom }) => ({
      personId: idOf(personKey),
      skills: [...skills],
      adultFrom,
      registeredAt: ctx.now(),
    })),
  );
  await loadRoutes(
    ctx,
    routes.map(({ steps, ...route }) => ({
      ...route,
      steps: steps.map((step) => (step.person ? { ...step, person: idOf(step.person) } : step)),
    })),
  );
}

const contextOn =
  (engine: Engine, now: () => number): TestDatabase['ctx'] =>
  (actor, overrides = {}) => ({
    actor: actor ?? ({ kind: 'system', name: 'demo' } satisfies Actor),
    db: engine.reader,
    transaction: (fn) => engine.transaction(fn),
    now,
    requestId: newId(),
    caller: { address: '192.0.2.1' },
    ...overrides,
  });

async function fill(url: string): Promise<void> {
  const engine = openEngine(url, { durable: false });
  try {
    await load(contextOn(engine, () => demoMonday)());
  } finally {
    await engine.close();
  }
}

async function onServer<T>(url: string, sql: string): Promise<T[]> {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: admin.href });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

const databaseUrl = (template: string, name: string) => Object.assign(new URL(template), { pathname: `/${name}` }).href;

/** The loaded community that is copied for each use, made by whichever worker comes first. */
async function communityTemplate(empty: string): Promise<string> {
  if (testEngine === 'sqlite') {
    const file = path.join(path.dirname(sqliteFile(empty)), 'community.db');
    if (existsSync(file)) return `file:${file}`;
    const own = `${file}.${process.pid}`;
    await copyFile(sqliteFile(empty), own);
    await fill(`file:${own}`);
    await rename(own, file);
    return `file:${file}`;
  }
  const from = new URL(empty).pathname.slice(1);
  const name = `${from}_community`;
  const made = await onServer(empty, `SELECT 1 FROM pg_database WHERE datname = '${name}'`);
  if (made.length > 0) return databaseUrl(empty, name);
  const own = `${name}_${process.pid}`;
  await onServer(empty, `CREATE DATABASE "${own}" TEMPLATE "${from}"`);
  await fill(databaseUrl(empty, own));
  try {
    await onServer(empty, `ALTER DATABASE "${own}" RENAME TO "${name}"`);
  } catch (error) {
    // 42P04 duplicate_database: another worker was first, and its copy is as good.
    if ((error as { code?: string }).code !== '42P04') throw error;
    await onServer(empty, `DROP DATABASE "${own}"`);
  }
  return databaseUrl(empty, name);
}

let copies = 0;

async function copyOf(template: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `community_${process.pid}_${copies++}`;
  if (testEngine === 'sqlite') {
    const from = sqliteFile(template);
    const file = path.join(path.dirname(from), `${name}.db`);
    await copyFile(from, file);
    const drop = async () => {
      for (const suffix of ['', '-wal', '-shm']) await rm(file + suffix, { force: true });
    };
    return { url: `file:${file}`, drop };
  }
  await onServer(template, `CREATE DATABASE "${name}" TEMPLATE "${new URL(template).pathname.slice(1)}"`);
  const drop = async () => void (await onServer(template, `DROP DATABASE "${name}" WITH (FORCE)`));
  return { url: databaseUrl(template, name), drop };
}

async function open(): Promise<Community> {
  const { url, drop } = await copyOf(await communityTemplate(inject('templateUrl')));
  // The database lives as long as its tests: nothing is gained by waiting for a disk.
  const engine = openEngine(url, { durable: false });
  const clock = manualClock(demoMonday);
  const ctx = contextOn(engine, clock.now);
  const rows = await engine.reader.select({ id: person.id, phone: person.phone }).from(person);
  const byPhone = new Map(rows.map((row) => [row.phone, row.id]));
  const ids = new Map(register.persons.map(({ key, phone = '' }) => [key, byPhone.get(phone)]));
  const idOf = (key: string) => {
    const id = ids.get(key);
    if (id === undefined) throw new RangeError(`nobody is called ${key}`);
    return id;
  };
  const actor = async (key: string) => {
    const found = await loadActor(ctx(), { personId: idOf(key) });
    if (!found) throw new RangeError(`${key} was not loaded`);
    return found;
  };
  const close = async () => {
    await engine.close();
    await drop();
  };
  return { engine: { ...engine, url }, clock, ctx, idOf, actor, as: async (key) => ctx(await actor(key)), close };
}

/** 坡里 with its people, branches, items, calendar and routes, of the test's own; gone when the test is over. */
export async function community(): Promise<Community> {
  const made = await open();
  onTestFinished(() => made.close());
  return made;
}

/** One community for all tests of a file, whose tests then do not count rows: `const c = sharedCommunity();`, `c().as('limin')`. */
export function sharedCommunity(): () => Community {
  let made: Community | undefined;
  beforeAll(async () => {
    made = await open();
  });
  afterAll(() => made?.close());
  return () => {
    if (!made) throw new Error('the community is there inside tests only');
    return made;
  };
}
