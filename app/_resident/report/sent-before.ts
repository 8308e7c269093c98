import { createHash } from 'node:crypto';
import { readQueryCode } from '@/lib/kernel/ids';
import { secureSite } from '@/lib/transport/session-cookie';
import type { PostedForm } from '../form-body';
import { type Fields, one, reportInput } from './fields';

/**
 * What this browser sent last: going back from the receipt shows the form again with everything typed, under a new key
 * when the page was loaded anew, and its button would make a second order of the same words.
 */
export const sentCookie = 'report_sent';

export const sentCookieOptions = () =>
  ({ path: '/report', httpOnly: true, sameSite: 'lax', secure: secureSite(), maxAge: 24 * 3600 }) as const;

export interface Sent {
  queryCode: string;
  /** Key of the form that was sent. */
  clientId: string;
  /** Of the words, the place, the contact, and of the files that came with the form, each without the other. */
  text: string;
  files: string;
  /** Of the place alone. */
  place: string;
  /** Marks of the pairs of characters in the words, by which words that were only changed are known again. */
  pairs: string[];
}

const mostPairs = 40;
const alike = 0.6;

function pairsOf(words: string): string[] {
  const signs = [...words.replace(/[\s\p{P}]/gu, '')];
  const pairs = signs.slice(1).map((sign, at) => `${signs[at]}${sign}`);
  return [...new Set(pairs)].slice(0, mostPairs).map((pair) => digest(pair).slice(0, 4));
}

/** Whether most of the shorter one's pairs stand in the other. */
function isAlike(one: string[], other: string[]): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short.length > 0 && short.filter((pair) => long.includes(pair)).length >= alike * short.length;
}

const digest = (value: unknown) => createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 24);

/** `typed`: the fields as they are sent on; the files are known by name and size. */
export function sentOf(queryCode: string, typed: Fields, form: Pick<PostedForm, 'files'>): Sent {
  const { clientId = '', ...report } = reportInput(typed, []);
  const files = form.files.map(({ name, bytes }) => [name, bytes?.length ?? -1]);
  return {
    queryCode,
    clientId,
    text: digest(report),
    files: files.length > 0 ? digest(files) : '',
    place: digest(report.place).slice(0, 8),
    pairs: pairsOf(report.words ?? ''),
  };
}

export const writeSent = ({ queryCode, clientId, text, files, place, pairs }: Sent): string =>
  [queryCode, clientId, text, files, place, pairs.join('')].join('~');

export function readSent(value: string | undefined): Sent | null {
  const [code = '', clientId = '', text = '', files = '', place = '', pairs = ''] = (value ?? '').split('~');
  const queryCode = readQueryCode(code);
  return queryCode && text ? { queryCode, clientId, text, files, place, pairs: pairs.match(/.{4}/g) ?? [] } : null;
}

/**
 * How a post stands to what was sent last. `same`: the very report, whose receipt is shown again. `changed`: the same
 * form with other words, the same words with other photos, or words much alike from the same place; the person is asked. Null: another report, or the person
 * has answered (field `anew`).
 */
export function standingToSent(
  sent: Sent | null,
  typed: Fields,
  form: Pick<PostedForm, 'files'>,
): 'same' | 'changed' | null {
  if (!sent || one(typed, 'anew') === sent.queryCode) return null;
  const now = sentOf(sent.queryCode, typed, form);
  if (now.text === sent.text) return now.files === '' || now.files === sent.files ? 'same' : 'changed';
  const isSameForm = now.clientId !== '' && now.clientId === sent.clientId;
  return isSameForm || (now.place === sent.place && isAlike(now.pairs, sent.pairs)) ? 'changed' : null;
}
