import { type DeskFilter, deskHref, readFilter } from './desk-views';

/** Where a form of the pane came from: the queue as it was narrowed, and the order after the one in the pane. */
export interface PaneReturn {
  filter: DeskFilter;
  next?: string;
}

/** The value of the hidden field `from`: the query of the queue's address, with `next`. */
export function paneField({ filter, next }: PaneReturn): string {
  const query = new URLSearchParams(deskHref({ ...filter, o: undefined }).split('?')[1]);
  if (next) query.set('next', next);
  return query.toString();
}

/** Reads what `paneField` wrote, as everything that a browser sends: by the rules of the address. Null on the order's own page. */
export function readPaneReturn(value: FormDataEntryValue | null): PaneReturn | null {
  if (typeof value !== 'string' || !value) return null;
  const query = Object.fromEntries(new URLSearchParams(value));
  const { o: next } = readFilter({ o: query.next }, 'open');
  return { filter: readFilter({ ...query, o: undefined }, 'open'), next };
}

/** After an act: the queue with the next order, and what was done to which. */
export function paneDone({ filter, next }: PaneReturn, code: string, done: string): string {
  const href = deskHref({ ...filter, o: next });
  return `${href}&${new URLSearchParams({ done, of: code })}`;
}

/** After a refusal: the same order in the pane, with the form as it was typed. */
export const paneRefused = ({ filter }: PaneReturn, code: string): URLSearchParams =>
  new URLSearchParams(deskHref({ ...filter, o: code }).split('?')[1]);

interface Listed {
  code: string;
}

/**
 * Which order stands in the pane, and which comes after it. Emergencies stand on top whatever is filtered, so the first is
 * the first one that belongs to the view: to a dispatcher the first that waits for a dispatch.
 */
export function choosePane(
  view: readonly Listed[],
  onTop: readonly Listed[],
  asked: string | undefined,
): { code: string | undefined; next: string | undefined } {
  const inView = new Set(view.map((order) => order.code));
  const top = new Set(onTop.map((order) => order.code));
  const shown = [...top, ...[...inView].filter((code) => !top.has(code))];
  const code = asked ?? shown.find((one) => inView.has(one)) ?? shown[0];
  const after = shown.slice(shown.indexOf(code ?? '') + 1);
  return { code, next: after.find((one) => inView.has(one) && one !== code) };
}
