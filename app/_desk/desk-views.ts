import type { ListOrdersInput } from '@/lib/orders/question-input';
import { type OrderSort, orderSorts, type Status, statuses, workingStatuses } from '@/lib/orders/status';

/** The saved views of the desk, in the order in which they stand; each is a part of what the list is asked for. */
export const deskViews = {
  to_dispatch: { view: 'to_dispatch' },
  due_soon: { view: 'due_soon' },
  overdue: { view: 'overdue' },
  vulnerable: { view: 'vulnerable' },
  sent_by_me: { view: 'sent_by_me' },
  rework: { view: 'rework' },
  handling: { status: 'offered,assigned,in_progress' },
  to_decide: { view: 'to_decide' },
  arbitration: { view: 'arbitration' },
  suspended: { view: 'suspended' },
  to_verify: { status: 'awaiting_verification' },
  to_call_back: { view: 'to_call_back' },
  closed_today: { view: 'closed_today' },
  typed_by_me: { view: 'requested' },
  open: { status: workingStatuses.join(',') },
  all: {},
} as const satisfies Record<string, Pick<ListOrdersInput, 'view' | 'status'>>;
export type DeskView = keyof typeof deskViews;
export const deskViewNames = Object.keys(deskViews) as DeskView[];
/** Those that are always in sight; the others stand behind 更多 until one of them is chosen. */
export const firstViews: readonly DeskView[] = [
  'to_dispatch',
  'due_soon',
  'overdue',
  'vulnerable',
  'sent_by_me',
  'rework',
];

/** What the address of the queue says. */
export interface DeskFilter {
  view: DeskView;
  /** A cell or a quarter. */
  cell?: string;
  item?: string;
  status?: Status;
  /** Number, last four digits of a phone, or words. */
  q?: string;
  /** Without it each view has its own. */
  sort?: OrderSort;
  cursor?: string;
  /** Number of the order that stands in the pane beside the list; without it the first of the view does. */
  o?: string;
}

type Params = Record<string, string | string[] | undefined>;

const textOf = (value: string | string[] | undefined, longest: number): string | undefined => {
  const text = (Array.isArray(value) ? value[0] : value)?.trim().slice(0, longest);
  return text === '' ? undefined : text;
};

/** Reads the address; what is unknown is left out, so that an old link still opens. */
export function readFilter(params: Params, fallback: DeskView): DeskFilter {
  const view = deskViewNames.find((name) => name === params.view);
  const q = textOf(params.q, 60);
  return {
    // Whoever searches from the head of a page looks through everything.
    view: view ?? (q ? 'all' : fallback),
    cell: textOf(params.cell, 40),
    item: textOf(params.item, 4),
    status: statuses.find((status) => status === params.status),
    q,
    sort: orderSorts.find((sort) => sort === params.sort),
    cursor: textOf(params.cursor, 200),
    o: textOf(params.o, 20)?.toUpperCase(),
  };
}

/** The address of the queue under a filter; links to another view drop the page that the old one was at. */
export function deskHref(filter: Partial<DeskFilter>): string {
  const query = new URLSearchParams();
  for (const name of ['view', 'cell', 'item', 'status', 'q', 'sort', 'cursor', 'o'] as const) {
    const value = filter[name];
    if (value) query.set(name, value);
  }
  const text = query.toString();
  return text ? `/desk?${text}` : '/desk';
}

/** What `listOrders` is asked for. A chosen state narrows a view that has none of its own, and replaces one that has. */
export function listInput(filter: DeskFilter): ListOrdersInput {
  const { view, status }: Pick<ListOrdersInput, 'view' | 'status'> = deskViews[filter.view];
  return {
    view,
    status: filter.status ?? status,
    area: filter.cell,
    item: filter.item,
    q: filter.q,
    sort: filter.sort,
    cursor: filter.cursor,
    limit: 50,
  };
}

/** Whether anything but the view narrows the list: then an empty list may be the filter's doing. */
export const isNarrowed = ({ cell, item, status, q }: DeskFilter): boolean => Boolean(cell || item || status || q);
