import type { Translate } from '../_shell/translate';

/** What the sentences say only where it is known: whoever merely typed an order is not told how far somebody stood. */
export const untold = {
  far: 'false',
  byCode: 'false',
  suspension: 'none',
  signs: 'none',
  whistle: 'none',
  colour: 'none',
};

/** The sentence that staff read about an event; plain values of its data fill it in. */
export function staffSentence(event: { type: string; relation: string; data: unknown }, t: Translate): string {
  const values = Object.entries(event.data ?? {}).flatMap(([name, value]): [string, string | number][] =>
    typeof value === 'string' || typeof value === 'number'
      ? [[name, value]]
      : typeof value === 'boolean'
        ? [[name, String(value)]]
        : [],
  );
  return t(`event.staff.${event.type.replace('order.', '')}`, {
    ...untold,
    relation: event.relation,
    ...Object.fromEntries(values),
  });
}
