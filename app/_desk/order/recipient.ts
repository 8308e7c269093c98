/** How far an offer to volunteers goes. */
export const offerScopes = ['own', 'neighbours', 'community'] as const;
export type OfferScope = (typeof offerScopes)[number];

/** An offer as a value of the same radio group as the handlers. */
export const offerValue = (scope: OfferScope): string => `offer:${scope}`;

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
