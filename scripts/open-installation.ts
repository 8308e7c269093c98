import { existsSync, readFileSync } from 'node:fs';
import { type Engine, openEngine, sqliteFile } from '@/db/client';
import { engineKind } from '@/db/dialect';
import { systemClock } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { type DomainError, isDomainError } from '@/lib/kernel/errors';
import { contextOn } from '@/lib/transport/runtime';

/** A refusal of a command in both languages, as the screens would say it. */
export function refusalWords({ reason, details }: DomainError): string {
  const sentences = ['zh-CN', 'en'].map((locale) => {
    const file = new URL(`../messages/${locale}.json`, import.meta.url);
    let at: unknown = JSON.parse(readFileSync(file, 'utf8')).reason;
    for (const key of reason.split('.')) at = (at as Record<string, unknown> | undefined)?.[key];
    const sentence = typeof at === 'string' ? at : reason;
    return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(details.params?.[name] ?? whole));
  });
  return sentences.join(' / ');
}

function problemOf(url: string | undefined): string | null {
  if (!url)
    return 'DATABASE_URL 未设置 / is not set: file:data/production.db, or postgres://user:password@host/database';
  if (engineKind === 'sqlite' && !existsSync(sqliteFile(url))) {
    return `还没有数据库 ${sqliteFile(url)}，先运行 npm run migrate / there is no such database yet: npm run migrate`;
  }
  return null;
}

/**
 * Runs an operator's command on the installation's database as the system, and says what keeps it from running.
 * @returns the exit code: 2 when there is no database to work on, 1 when a command refused
 */
export async function onInstallation(work: (ctx: Context, engine: Engine) => Promise<number>): Promise<number> {
  const problem = problemOf(process.env.DATABASE_URL);
  if (problem) {
    process.stderr.write(`${problem}\n`);
    return 2;
  }
  const engine = openEngine();
  try {
    return await work(contextOn({ engine, clock: systemClock }, { kind: 'system', name: 'import' }), engine);
  } catch (error) {
    if (isDomainError(error)) {
      process.stderr.write(`没有写入任何东西 / nothing was written: ${refusalWords(error)}\n`);
      return 1;
    }
    // drizzle wraps the engine's own error; both engines name a table that is not there.
    const cause = error instanceof Error ? String(error.cause ?? error.message) : '';
    if (!/no such table|relation "\w+" does not exist/.test(cause)) throw error;
    process.stderr.write('数据库还没有表，先运行 npm run migrate / the database has no tables yet: npm run migrate\n');
    return 2;
  } finally {
    await engine.close();
  }
}
