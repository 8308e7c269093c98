import { shanghaiInstant } from '../../_desk/shift-times';
import { readRoll } from './roll-lines';
import { figureCells, ownersNumbers, priceCells, type StepName } from './step-fields';
import { fenText, readLines, typedRows } from './typed-rows';

type Sent = Record<string, string | string[]>;

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

const fieldsOf = (form: FormData): Map<string, string> =>
  new Map([...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : [])));

const lines = (form: FormData, ...names: string[]): Sent =>
  Object.fromEntries(names.map((name) => [name, readLines(textOf(form, name))]));

const texts = (form: FormData): Sent => lines(form, 'points', 'pointsEn');

/** Numbers of orders as they are pasted: one a line, or with anything between them. */
const orderCodes = (form: FormData): Sent => ({
  orders: textOf(form, 'orders')
    .split(/[\s,，、;；]+/)
    .filter(Boolean),
});

const yesOrNo = (form: FormData, ...names: string[]): Sent =>
  Object.fromEntries(names.map((name) => [name, form.get(name) === 'true' ? 'true' : 'false']));

function prices(form: FormData): Sent {
  const typed = typedRows(fieldsOf(form), 'prices', priceCells);
  const isMoney = (name: string) => name.endsWith('Fen');
  return Object.fromEntries([...typed].map(([name, text]) => [name, isMoney(name) ? fenText(text) : text]));
}

/** Money is typed in yuan; a count in pieces. The unit of money is 元 without being typed. */
function figures(form: FormData): Sent {
  const typed = typedRows(fieldsOf(form), 'figures', figureCells, ['kind', 'unit']);
  const isCount = (name: string) => typed.get(name.replace(/\.\w+$/, '.kind')) === 'count';
  return Object.fromEntries(
    [...typed].map(([name, text]) => {
      if (isCount(name)) return [name, text];
      if (name.endsWith('.amount')) return [name, fenText(text)];
      return [name, name.endsWith('.unit') && text === '' ? '元' : text];
    }),
  );
}

/** The numbers of the owners' vote belong to that ground alone. */
const owners = (form: FormData): Sent =>
  form.get('basis') === 'owners_vote'
    ? {}
    : Object.fromEntries(['matter', ...ownersNumbers].map((name) => [`owners.${name}`, '']));

const seats = (form: FormData): Sent =>
  Object.fromEntries(
    readRoll(textOf(form, 'seats')).flatMap((one, i) =>
      Object.entries(one).map(([cell, text]): [string, string] => [`seats.${i}.${cell}`, text]),
    ),
  );

/** Which fields of a form are written for people, and as what the verb reads them. */
const reading: Partial<Record<StepName | 'open', (form: FormData) => Sent>> = {
  open: (form) => ({ ...orderCodes(form), ...yesOrNo(form, 'belowMarket', 'needsFiling') }),
  revise: (form) => yesOrNo(form, 'belowMarket', 'needsFiling'),
  write_plan: texts,
  publish: texts,
  correct: texts,
  state_basis: owners,
  convene: (form) => ({
    heldAt: shanghaiInstant(textOf(form, 'heldAt')) ?? '',
    votesUntil: form.get('web') === 'true' ? (shanghaiInstant(textOf(form, 'votesUntil')) ?? '') : '',
  }),
  enter_roll: seats,
  set_prices: prices,
  publish_result: (form) => ({ ...texts(form), ...figures(form) }),
  correct_result: (form) => ({ ...texts(form), ...figures(form) }),
  add_source: orderCodes,
  hand_on: orderCodes,
};

/** The form as its verb reads it; what was typed stays in the form itself. */
export function sentForm(step: StepName | 'open', form: FormData): FormData {
  const read = reading[step]?.(form);
  if (!read) return form;
  const groups = new Set(['seats', 'prices', 'figures']);
  const sent = new FormData();
  for (const [name, value] of form) {
    if (!(name in read) && !groups.has(name.split('.')[0] ?? '')) sent.append(name, value);
  }
  for (const [name, value] of Object.entries(read)) for (const text of [value].flat()) sent.append(name, text);
  return sent;
}

/** The typed form with its rows moved together, as its verb counts them: so what is wrong is said at its own row. */
export function typedForm(step: StepName, form: FormData): FormData {
  const group = { set_prices: 'prices', publish_result: 'figures', correct_result: 'figures' }[step as string];
  if (!group) return form;
  const isPrices = group === 'prices';
  const rows = typedRows(fieldsOf(form), group, isPrices ? priceCells : figureCells, isPrices ? [] : ['kind', 'unit']);
  const typed = new FormData();
  for (const [name, value] of form) if (name.split('.')[0] !== group) typed.append(name, value);
  for (const [name, text] of rows) typed.append(name, text);
  return typed;
}
