import type { Candidate } from '@/lib/orders/queries/list-candidates';

/** How far an offer to volunteers goes. */
export const offerScopes = ['own', 'neighbours', 'community'] as const;
export type OfferScope = (typeof offerScopes)[number];

/** An offer as a value of the same radio group as the handlers. */
export const offerValue = (scope: OfferScope): string => `offer:${scope}`;

/** `unit:PL-PROP`, `person:ID`: one value for a radio button; the action takes it apart again. */
export const handlerValue = (handler: Candidate['handler']): string =>
  'unit' in handler ? `unit:${handler.unit}` : `person:${handler.person}`;

/** The value of the group that is ticked before anybody chooses: what a rule or the default table begins with. */
export function proposedValue(
  choices: {
    candidates: Pick<Candidate, 'handler' | 'preselected'>[];
    offerFirst: boolean;
    offerScope?: OfferScope | null;
  },
  may: { assign: boolean; offer: boolean },
): string {
  if (may.offer && (choices.offerFirst || !may.assign)) return offerValue(choices.offerScope ?? 'neighbours');
  const first = choices.candidates.find((candidate) => candidate.preselected);
  return first ? handlerValue(first.handler) : 'other';
}

/** The scope, where volunteers were chosen; null for a handler and where nothing was chosen. */
export const offerScope = (form: FormData): OfferScope | null =>
  offerScopes.find((scope) => form.get('handler') === offerValue(scope)) ?? null;

/** `unit:CODE` or `person:ID` of the radio buttons, or of the select beside them, as the fields of the verb. */
export function handlerFields(form: FormData): Record<string, string | null> {
  const chosen = String(form.get('handler') ?? '');
  const [kind = '', ...rest] = (chosen === 'other' ? String(form.get('other') ?? '') : chosen).split(':');
  const id = rest.join(':');
  return {
    handler: null,
    other: null,
    'handler.unit': kind === 'unit' ? id : null,
    'handler.person': kind === 'person' ? id : null,
  };
}

/** The field where nobody was chosen: the group, or the select where 另选 was ticked; null where somebody was. */
export function missingRecipient(form: FormData): 'handler' | 'other' | null {
  const { 'handler.unit': unit, 'handler.person': person } = handlerFields(form);
  if (offerScope(form) || unit || person) return null;
  return form.get('handler') === 'other' ? 'other' : 'handler';
}

/**
 * Whether another item was chosen while the recipient is still the one that was proposed for the item before: nobody
 * looked whether it fits the new one.
 */
export function isLeftFromOldItem(form: FormData): boolean {
  const handler = form.get('handler');
  return form.get('item') !== form.get('wasItem') && handler !== 'other' && handler === form.get('proposed');
}
