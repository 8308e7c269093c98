import type { NodePgDatabase } from 'drizzle-orm/node-postgres';
import {
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  primaryKey,
  doublePrecision as real,
  pgTable as table,
  text,
  uniqueIndex,
} from 'drizzle-orm/pg-core';

export { boolean, index, integer, primaryKey, real, table, text, uniqueIndex };

/** A point in time, epoch milliseconds (UTC). */
export const instant = (name: string) => bigint(name, { mode: 'number' });

/** Stored and returned as a whole, never queried inside. */
export const json = <T>(name: string) => jsonb(name).$type<T>();

export type Database = NodePgDatabase;
