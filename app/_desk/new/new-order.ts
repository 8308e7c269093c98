import type { InputIssue } from '@/lib/kernel/errors';
import type { SubmitOrderInput } from '@/lib/orders/input';
import type { knownBy } from '@/lib/orders/status';
import { shanghaiInstant } from '../shift-times';

type KnownBy = (typeof knownBy)[number];

/** What the field `same` says where none of the orders beside it is the same. */
export const notSame = 'apart';

/** What was typed at the desk, by field name. */
export type Fields = Record<string, string | string[]>;

const one = (fields: Fields, name: string): string | undefined => {
  const value = fields[name];
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  return text ? text : undefined;
};

/** Whoever calls was heard on the phone: said again only where it was otherwise. */
const knownByChannel: Record<string, KnownBy> = { phone: 'phone', hotline: 'phone', chat: 'chat' };

/**
 * What those who work on the order read: the clerk's own text where one was written, else what was said. A prefilled
 * text that nobody touched follows the words when these are corrected.
 */
export function summaryOf(fields: Fields): string | undefined {
  const [said, own, prefilled] = ['words', 'summary', 'prefilled'].map((name) => one(fields, name));
  return own && own !== prefilled ? own : said;
}

/**
 * The fields of 代点单 as the input of `submit`. `consentAt`: when the notice was read out and agreed to (RFC 3339);
 * without it the input is refused. A chosen building wins over a typed address.
 */
export function newOrderInput(fields: Fields, consentAt: string | undefined, photos: string[]): SubmitOrderInput {
  const text = (name: string) => one(fields, name);
  const anonymous = text('naming') === 'anonymous';
  // What was seen on patrol is nobody's words but the writer's.
  const isOwn = text('channel') === 'patrol';
  const areaCode = text('areaCode');
  const same = text('same');
  const input: Record<string, unknown> = {
    item: text('item') === 'other' ? text('otherItem') : text('item'),
    words: summaryOf(fields),
    place: { areaCode, address: areaCode ? undefined : text('address'), detail: text('detail') },
    contact: isOwn ? undefined : { name: anonymous ? undefined : text('spokenBy'), phone: text('phone') },
    anonymous,
    confidential: text('naming') === 'confidential',
    channel: text('channel'),
    proxy: isOwn
      ? undefined
      : {
          spokenBy: anonymous ? undefined : text('spokenBy'),
          knownBy: text('knownBy') ?? knownByChannel[text('channel') ?? ''] ?? 'in_person',
          consentAt,
          words: text('words'),
        },
    about: { unit: text('aboutUnit'), words: text('aboutWords') },
    shiftStartsAt: shanghaiInstant(text('shiftStartsAt')),
    shiftEndsAt: shanghaiInstant(text('shiftEndsAt')),
    photos,
    joins: same === notSame ? undefined : same,
    apartFrom: same === notSame ? [fields.beside ?? []].flat() : [],
    alsoItem: text('also'),
    clientId: text('clientId'),
  };
  // The verb reads it by its schema; what is missing is said there, field by field.
  return input as unknown as SubmitOrderInput;
}

/** Path of the verb's input → name of the field that the error belongs to; the first that fits. */
const fieldOfPath: [prefix: string, field: string][] = [
  ['proxy.consentAt', 'consent'],
  ['proxy.knownBy', 'knownBy'],
  ['proxy.words', 'words'],
  ['proxy', 'spokenBy'],
  ['contact.phone', 'phone'],
  ['contact', 'spokenBy'],
  ['place.detail', 'detail'],
  ['place', 'address'],
  ['about.words', 'aboutWords'],
  ['about', 'aboutUnit'],
];

/** Reasons that speak of one field without naming a path. */
const fieldOfReason: [prefix: string, field: string][] = [
  ['place.', 'address'],
  ['order.place', 'address'],
  ['item.', 'item'],
  ['photo.', 'photos'],
  ['upload.', 'photos'],
  ['calendar.shift', 'shiftEndsAt'],
  ['order.handler_unknown', 'aboutUnit'],
  ['order.consent', 'consent'],
  ['order.channel', 'channel'],
  ['order.proxy', 'channel'],
];

const fitting = (list: [string, string][], text: string) => list.find(([prefix]) => text.startsWith(prefix))?.[1];

/** A refusal as issues of this form's own fields. */
export function issuesOfForm(refusal: { reason: string; message: string; issues?: InputIssue[] }): InputIssue[] {
  const listed = (refusal.issues ?? []).map((issue) => ({
    ...issue,
    path: fitting(fieldOfPath, issue.path) ?? issue.path,
  }));
  if (listed.length > 0) return listed;
  const path = fitting(fieldOfReason, refusal.reason) ?? 'words';
  return [{ path, reason: refusal.reason, message: refusal.message }];
}
