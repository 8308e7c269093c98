import { limits } from '@/lib/deliberation/input';
import { type FormView, formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';

/** Rows of a table that is typed cell by cell: `prices.0.label`. */
const rows = (group: string, count: number, cells: readonly string[]) =>
  Array.from({ length: count }, (_, i) => cells.map((cell) => `${group}.${i}.${cell}`)).flat();

export const priceCells = ['label', 'priceFen', 'marketFen', 'unit'] as const;
export const figureCells = ['kind', 'label', 'amount', 'unit'] as const;
const textFields = ['points', 'pointsEn', 'words'] as const;
export const ownersNumbers = ['headsAll', 'headsPart', 'headsYes', 'areaAll', 'areaPart', 'areaYes'] as const;
const ownersFields = ['owners.matter', ...ownersNumbers.map((name) => `owners.${name}` as const)] as const;
const figures = rows('figures', limits.figures, figureCells);

/**
 * The steps of a case that have a form at the desk, by the name of their action, and the fields of each; the first stands
 * for what no field is to blame for.
 */
export const stepFields = {
  revise: ['title', 'titleEn', 'motive', 'belowMarket', 'needsFiling'],
  state_basis: ['basis', 'words', ...ownersFields],
  write_plan: textFields,
  send_plan: ['send'],
  convene: ['heldAt', 'body', 'place', 'web', 'votesUntil'],
  enter_roll: ['seats'],
  freeze_roll: ['send'],
  attend: ['present', 'ordinals'],
  open_vote: ['send'],
  count: ['yes', 'no', 'abstain', 'way'],
  close_vote: ['minutes'],
  annul_meeting: ['reason', 'witness'],
  reject: ['reason'],
  withdraw: ['reason'],
  publish: [...textFields, 'reason'],
  correct: [...textFields, 'reason'],
  answer_objection: ['publicWords', 'answer'],
  file: ['unit', 'on', 'receiptNo'],
  set_prices: rows('prices', limits.prices, priceCells),
  begin: ['send'],
  publish_result: [...textFields, ...figures],
  correct_result: [...textFields, 'reason', ...figures],
  add_source: ['orders'],
  hand_on: ['orders'],
} as const satisfies Record<string, readonly string[]>;

export type StepName = keyof typeof stepFields;
export const stepNames = Object.keys(stepFields) as StepName[];

export const readStep = (value: unknown): StepName | null => stepNames.find((step) => step === value) ?? null;

/** The id of a field's control: several forms of one page have fields of the same name. */
export const fieldId = (step: StepName, name: string): string => `${step}-${name.replaceAll('.', '-')}`;

/** What one form shows: every field with the id that its errors lead to. */
export interface StepView extends FormView {
  step: StepName;
  at(name: string, fallback?: string): ReturnType<FormView['field']> & { id: string };
}

/** A form's view; `isOwn` tells apart forms of the same step, such as the answers to several objections. */
export function stepView(
  step: StepName,
  kept: KeptForm | null,
  isOwn: (values: KeptForm['values']) => boolean = () => true,
  suffix = '',
): StepView {
  const idOf = (name: string) => fieldId(step, name) + suffix;
  const own = kept?.form === step && isOwn(kept.values) ? kept : null;
  const view = formView(step, own, Object.fromEntries(stepFields[step].map((name) => [name, idOf(name)])));
  return { ...view, step, at: (name, fallback) => ({ ...view.field(name, fallback), id: idOf(name) }) };
}
