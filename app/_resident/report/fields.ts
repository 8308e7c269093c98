import type { InputIssue } from '@/lib/kernel/errors';
import type { SubmitOrderInput } from '@/lib/orders/input';

/** What was typed into the report form, by field name. */
export type Fields = Record<string, string | string[]>;

export const namings = ['phone', 'confidential', 'anonymous'] as const;
export type Naming = (typeof namings)[number];

/** Every field that the form keeps, and the id of the control to which an error leads. */
export const reportControls = {
  photos: 'photos',
  words: 'words',
  area: 'area',
  point: 'area',
  address: 'address',
  detail: 'detail',
  item: 'item',
  naming: 'naming',
  name: 'name',
  phone: 'phone',
} as const;
export type ReportField = keyof typeof reportControls;

/** One question a page in elder mode: what, where, in which words; the last page reads everything back and sends. */
export const steps = [1, 2, 3, 4] as const;
export type Step = (typeof steps)[number];
const fieldsOfStep: Record<Step, readonly ReportField[]> = {
  1: ['item'],
  2: ['area', 'point', 'address', 'detail'],
  3: ['photos', 'words'],
  4: ['naming', 'name', 'phone'],
};
export const fieldsOf = (step: Step): readonly ReportField[] => fieldsOfStep[step];

/** Kept beside the fields, without an error of their own: the tile, where the phone said it was, what is new since … */
export const besides = ['kind', 'here', 'lat', 'lng', 'clientId', 'community', 'anew', 'join', 'fresh'] as const;

/** The page on which a field is asked for. */
export const stepOf = (field: string): Step => steps.find((step) => fieldsOf(step).includes(field as ReportField)) ?? 1;

export const readStep = (value: unknown): Step | null => steps.find((step) => String(step) === value) ?? null;

/** The trimmed text of a field; undefined when it was left empty. */
export function one(fields: Fields, name: string): string | undefined {
  const value = fields[name];
  const text = (Array.isArray(value) ? value[0] : value)?.trim();
  return text ? text : undefined;
}

/** Where the phone said it was, WGS 84; only while the cell that was found from it is still the one that is chosen. */
function positionOf(fields: Fields): { lat: number; lng: number } | undefined {
  if (!one(fields, 'here') || one(fields, 'here') !== one(fields, 'area')) return undefined;
  const [lat, lng] = [Number(one(fields, 'lat') ?? Number.NaN), Number(one(fields, 'lng') ?? Number.NaN)];
  return Math.abs(lat) <= 90 && Math.abs(lng) <= 180 ? { lat, lng } : undefined;
}

export const namingOf = (fields: Fields): Naming =>
  namings.find((naming) => naming === one(fields, 'naming')) ?? 'phone';

/** The form's own fields out of everything that was posted: nothing else is kept or read. */
export function keepFields(posted: Fields): Fields {
  const known = [...Object.keys(reportControls), ...besides].filter((name) => name !== 'photos');
  return Object.fromEntries(known.flatMap((name) => (posted[name] === undefined ? [] : [[name, posted[name]]])));
}

/**
 * What was typed as the input of `submit`. A chosen building wins over a typed address, and both over the slip whose
 * code came with the address. Who wants to stay unnamed gives no name, whatever stands in the field.
 */
export function reportInput(fields: Fields, photos: string[]): SubmitOrderInput {
  const text = (name: string) => one(fields, name);
  const naming = namingOf(fields);
  const point = positionOf(fields);
  const areaCode = point ? undefined : text('area');
  const address = areaCode || point ? undefined : text('address');
  const pointCode = areaCode || address || point ? undefined : text('point');
  const input = {
    item: text('item'),
    // What is new since the last answer is part of what is said.
    words: text('words') && [text('words'), text('fresh')].filter(Boolean).join('\n'),
    place: { pointCode, areaCode, address, point, detail: text('detail') },
    contact: { name: naming === 'anonymous' ? undefined : text('name'), phone: text('phone') },
    anonymous: naming === 'anonymous',
    confidential: naming === 'confidential',
    photos,
    joins: text('join') === 'none' ? undefined : text('join'),
    clientId: text('clientId'),
  };
  // The verb reads it by its schema; what is missing is said there, field by field.
  return input as unknown as SubmitOrderInput;
}

/** Path of the verb's input, then reasons that name no path → the field of the form. The first that fits. */
const fieldOfPath: [prefix: string, field: ReportField][] = [
  ['words', 'words'],
  ['item', 'item'],
  ['photos', 'photos'],
  ['contact.phone', 'phone'],
  ['contact', 'name'],
  ['place.detail', 'detail'],
  ['place.address', 'address'],
  ['place', 'area'],
];
const fieldOfReason: [prefix: string, field: ReportField][] = [
  ['place.address', 'address'],
  ['place.', 'area'],
  ['order.place', 'area'],
  ['item.', 'item'],
  ['photo.', 'photos'],
  ['upload.', 'photos'],
  ['throttle.upload', 'photos'],
  ['http.too_large', 'photos'],
  ['http.broken_multipart', 'photos'],
  ['throttle.submit_phone', 'phone'],
];
const fitting = (list: [string, ReportField][], text: string) => list.find(([prefix]) => text.startsWith(prefix))?.[1];

/** A refusal as issues of this form's own fields, one for each field. */
export function issuesOfReport(refusal: { reason: string; message: string; issues?: InputIssue[] }): InputIssue[] {
  const listed = (refusal.issues ?? []).map((issue) => ({
    ...issue,
    path: fitting(fieldOfPath, issue.path) ?? 'words',
  }));
  const first = listed.filter((issue, at) => listed.findIndex((other) => other.path === issue.path) === at);
  if (first.length > 0) return first;
  return [
    { path: fitting(fieldOfReason, refusal.reason) ?? 'words', reason: refusal.reason, message: refusal.message },
  ];
}

/** Without U+0000 and halves of surrogate pairs, which no keyboard makes and not every database stores. */
export const storable = (fields: Fields): Fields => {
  const clean = (text: string) => text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '');
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Array.isArray(value) ? value.map(clean) : clean(value)]),
  );
};
