import { readCode } from '../../_order/read-code';

/** At most as many orders stand side by side. */
export const mostBeside = 4;

/** The numbers that an address names, each once; what is no number is left out. */
export const readOrders = (said: unknown): string[] =>
  [...new Set(String(said ?? '').split(/[,，\s]+/))].flatMap((part) => readCode(part) ?? []).slice(0, mostBeside);

/** The form of 并单: which order is kept, and each other one with the version that was seen and a key of its own. */
export function readMergeForm(form: FormData) {
  const main = readCode(form.get('main')) ?? '';
  const all = readOrders(form.get('orders'));
  const field = (name: string, code: string) => String(form.get(`${name}-${code}`) ?? '');
  return {
    main,
    path: all.join(','),
    others: all
      .filter((code) => code !== main)
      .map((code) => ({ code, version: field('version', code), clientId: field('clientId', code) })),
  };
}
