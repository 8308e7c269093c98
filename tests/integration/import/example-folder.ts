import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { auditEntry } from '@/lib/audit/tables';
import type { Context } from '@/lib/kernel/context';
import { defaultRoute } from '@/lib/orders/tables';
import { account, membership, partyOrg, partyOrgCell, person, unit } from '@/lib/people/tables';
import { area, areaClosure, cellNeighbour, placePoint } from '@/lib/places/tables';
import { volunteer } from '@/lib/volunteers/tables';
import { type Loaded, loadFolder } from '@/scripts/community/load-folder';
import { CommunityMistakes, mistakeLine } from '@/scripts/community/mistakes';
import { type TestDatabase, testDatabase } from '@/tests/support/test-database';

const tables = [
  area,
  areaClosure,
  placePoint,
  cellNeighbour,
  unit,
  partyOrg,
  partyOrgCell,
  person,
  account,
  membership,
  volunteer,
  defaultRoute,
  auditEntry,
];

export interface Example {
  db: TestDatabase;
  /** The system's, as the command has it. */
  ctx: Context;
  folder: string;
  passwordsFile: string;
  load(): Promise<Loaded>;
  /** What is wrong with the files, a line each. @throws when nothing is */
  complaints(): Promise<string[]>;
  /** Puts `to` in the place of the first `from`. @throws RangeError when the file does not say `from` */
  edit(file: string, from: string, to: string): void;
  append(file: string, line: string): void;
  /** How many rows each table has that a load writes. */
  counts(): Promise<number[]>;
  /** All of these rows, as text. */
  everything(): Promise<string[][]>;
}

/** A copy of the example community to change, and an empty database; both gone when the test is over. */
export async function exampleFolder(): Promise<Example> {
  const place = mkdtempSync(path.join(tmpdir(), 'poyou-import-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  const folder = path.join(place, 'community');
  const passwordsFile = path.join(place, 'passwords.csv');
  cpSync(path.resolve('seeds/example-community'), folder, { recursive: true });
  const db = await testDatabase();
  const ctx = db.ctx({ kind: 'system', name: 'import' });
  const load = () => loadFolder(ctx, { folder, passwordsFile });
  const textOf = (file: string) => readFileSync(path.join(folder, file), 'utf8');
  return {
    db,
    ctx,
    folder,
    passwordsFile,
    load,
    complaints: async () => {
      const error = await load().then(
        () => null,
        (thrown: unknown) => thrown,
      );
      if (!(error instanceof CommunityMistakes)) throw error ?? new Error('nothing was wrong');
      return error.mistakes.map(mistakeLine);
    },
    edit: (file, from, to) => {
      if (!textOf(file).includes(from)) throw new RangeError(`${file} does not say ${from}`);
      writeFileSync(path.join(folder, file), textOf(file).replace(from, to));
    },
    append: (file, line) => writeFileSync(path.join(folder, file), `${textOf(file)}${line}\n`),
    counts: () => Promise.all(tables.map((table) => db.engine.reader.$count(table))),
    everything: async () => {
      const rows = await Promise.all(tables.map((table) => db.engine.reader.select().from(table)));
      return rows.map((some) => some.map((row) => JSON.stringify(row)).sort());
    },
  };
}
