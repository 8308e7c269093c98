import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { rfc3339 } from '@/lib/kernel/clock';

/** The `prevHash` of an order's first event, and of the first daily seal. */
export const genesisHash = '0'.repeat(64);

/** An event as `/events` shows it, without its hash. */
export interface ChainedEvent {
  seq: number;
  type: string;
  actor: string;
  relation: string;
  from: string | null;
  to: string;
  data: unknown;
  /** RFC 3339 with +08:00 and milliseconds. */
  at: string;
  prevHash: string;
}

/** Canonical JSON (RFC 8785). @throws on what JSON cannot hold. */
export function canonical(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new TypeError('not representable as JSON');
  return text;
}

const times: readonly string[] = [
  'acceptBy',
  'finishBy',
  'wasFinishBy',
  'verifyBy',
  'ratingUntil',
  'callbackBy',
  'resumeAt',
  'until',
];

/**
 * An event's data as it is kept, hashed and shown: its instants as RFC 3339, like every time that leaves the program.
 */
export function toldData(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      typeof inner === 'number' && times.includes(key) ? rfc3339(inner) : toldData(inner),
    ]),
  );
}

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 in hex over `prevHash`, a line feed, and the event without `hash` in canonical JSON. */
export const eventHash = (event: ChainedEvent): string => sha256(`${event.prevHash}\n${canonical(event)}`);

/** What is hashed of a stored row. */
export function chainedEvent(row: {
  seq: number;
  type: string;
  actor: string;
  relation: string;
  from: string | null;
  to: string;
  data: string;
  at: number;
  prevHash: string;
}): ChainedEvent {
  return {
    seq: row.seq,
    type: row.type,
    actor: row.actor,
    relation: row.relation,
    from: row.from,
    to: row.to,
    data: JSON.parse(row.data),
    at: rfc3339(row.at),
    prevHash: row.prevHash,
  };
}

/** One day's seal: the sorted last hashes of all orders touched that day, chained to the day before. */
export function sealHash(prevHash: string, on: string, touched: { code: string; seq: number; hash: string }[]): string {
  const lines = touched.map((t) => [t.code, t.seq, t.hash] as const).sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return sha256(`${prevHash}\n${canonical({ on, orders: lines })}`);
}
