import type { Translate } from '../_shell/translate';

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
    relation: event.relation,
    ...Object.fromEntries(values),
  });
}
