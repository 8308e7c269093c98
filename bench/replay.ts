import { randomBytes } from 'node:crypto';
import type BetterSqlite3 from 'better-sqlite3';
import { newId } from '@/lib/kernel/ids';
import { type Statement, writesOf } from './recorder';

/** A text with places for what is new in each life: ids, hashes, order numbers. */
type Text = (string | { slot: number })[];
type Param = { text: Text } | { is: unknown };
export interface Write {
  sql: string;
  params: Param[];
}
/** The writes of one request, one list a transaction. */
export type Request = Write[][];
export interface Replay {
  requests: Record<string, Request>;
  /** How each slot is made anew. */
  slots: ('uuid' | 'hash' | 'code' | 'key')[];
}

const pieces = /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|PL\d{8}-\d{4,}|life-[a-z]-\d{6})/;
const kindOf = (piece: string): Replay['slots'][number] =>
  piece.startsWith('PL') ? 'code' : piece.startsWith('life-') ? 'key' : piece.length === 64 ? 'hash' : 'uuid';

/** The statements between one BEGIN and the next. */
function transactions(statements: Statement[]): Statement[][] {
  const lists: Statement[][] = [];
  for (const statement of statements) {
    if (/^BEGIN/i.test(statement.sql)) lists.push([]);
    else lists.at(-1)?.push(statement);
  }
  return lists.map(writesOf).filter((list) => list.length > 0);
}

/**
 * What two recordings of the same requests have in common, with slots where they differ, so that bare statements can
 * write the rows of a third life, and a fourth. @throws when the recordings do not run alike
 */
export function replayOf(first: Record<string, Statement[]>, second: Record<string, Statement[]>): Replay {
  const slots: Replay['slots'] = [];
  const known = new Map<string, number>();
  const slotOf = (piece: string): number => {
    const at = known.get(piece) ?? slots.push(kindOf(piece)) - 1;
    known.set(piece, at);
    return at;
  };
  const param = (a: unknown, b: unknown): Param => {
    if (a === b || typeof a !== 'string' || typeof b !== 'string') return { is: a };
    const others = b.split(pieces);
    return {
      text: a.split(pieces).map((part, i) => (i % 2 === 1 && part !== others[i] ? { slot: slotOf(part) } : part)),
    };
  };
  const requests: Replay['requests'] = {};
  for (const [name, statements] of Object.entries(first)) {
    const [ours, others] = [transactions(statements), transactions(second[name] ?? [])];
    if (ours.map((t) => t.map((s) => s.sql)).join() !== others.map((t) => t.map((s) => s.sql)).join()) {
      throw new Error(`two recordings of ${name} do not write alike`);
    }
    requests[name] = ours.map((list, t) =>
      list.map(({ sql, params }, s) => ({
        sql,
        params: params.map((value, p) => param(value, others[t]?.[s]?.params[p])),
      })),
    );
  }
  return { requests, slots };
}

export interface BareLife {
  values: string[];
  code: string;
}

/** The recorded writes on a database, with nothing around them. Statements are prepared once. */
export class BareWriter {
  #db: BetterSqlite3.Database;
  #replay: Replay;
  #prepared = new Map<string, BetterSqlite3.Statement>();
  #lives = 0;

  constructor(db: BetterSqlite3.Database, replay: Replay) {
    this.#db = db;
    this.#replay = replay;
  }

  newLife(): BareLife {
    const n = ++this.#lives;
    const code = `PL20991231-${String(n).padStart(6, '0')}`;
    const make = {
      uuid: newId,
      hash: () => randomBytes(32).toString('hex'),
      code: () => code,
      key: () => `life-z-${n}`,
    };
    return { code, values: this.#replay.slots.map((kind) => make[kind]()) };
  }

  #run({ sql, params }: Write, { values }: BareLife): void {
    let statement = this.#prepared.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#prepared.set(sql, statement);
    }
    const bound = params.map((p) =>
      'is' in p ? p.is : p.text.map((part) => (typeof part === 'string' ? part : (values[part.slot] ?? ''))).join(''),
    );
    if (statement.reader) statement.all(...bound);
    else statement.run(...bound);
  }

  /** One request's transactions, each with its own commit. */
  perform(name: string, life: BareLife): void {
    for (const writes of this.#replay.requests[name] ?? []) this.together([() => this.#writes(writes, life)]);
  }

  #writes(writes: Write[], life: BareLife): void {
    for (const write of writes) this.#run(write, life);
  }

  /** A request's writes without the commit, for `together`. */
  parts(name: string, life: BareLife): () => void {
    return () => {
      for (const writes of this.#replay.requests[name] ?? []) this.#writes(writes, life);
    };
  }

  /** Several requests under one commit. */
  together(parts: (() => void)[]): void {
    this.#db.exec('BEGIN IMMEDIATE');
    for (const part of parts) part();
    this.#db.exec('COMMIT');
  }
}

/** The writer's connection as the program opens it. */
export function durable(db: BetterSqlite3.Database): BetterSqlite3.Database {
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  return db;
}
