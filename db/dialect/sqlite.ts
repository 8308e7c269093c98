import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import {
  index,
  integer,
  integer as integerColumn,
  primaryKey,
  real,
  sqliteTable as table,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';

export { index, integer, primaryKey, real, table, text, uniqueIndex };

/** Truth value, stored as 0 or 1. */
export const boolean = (name: string) => integerColumn(name, { mode: 'boolean' });

/** A point in time, epoch milliseconds (UTC). */
export const instant = (name: string) => integerColumn(name);

/** Stored and returned as a whole, never queried inside. */
export const json = <T>(name: string) => text(name, { mode: 'json' }).$type<T>();

export type Database = BetterSQLite3Database;
