import { getOrder, type OrderDetail } from '@/lib/orders/queries/get-order';
import { type ActionRefusal, listRefusals } from '@/lib/orders/queries/list-refusals';
import { type OrderAsks, orderAsks } from '@/lib/orders/queries/order-asks';
import { getArea } from '@/lib/places/queries/get-area';
import type { StaffContext } from '../_shell/enter';

export interface Task {
  order: OrderDetail;
  cell: { zh: string; en: string } | null;
  /** Why an action is not open to this reader. */
  refusals: Map<string, ActionRefusal>;
  /** What its handler asks for; null for who reads as the resident, or only the offer. */
  asks: OrderAsks | null;
}

/** One order with the name of its cell. @throws not_found `order.not_found` */
export async function loadTask(ctx: StaffContext, code: string): Promise<Task> {
  const order = await getOrder(ctx, { code });
  const [refusals, asks, cell] = await Promise.all([
    listRefusals(ctx, { code }),
    orderAsks(ctx, { code }),
    order.cell ? getArea(ctx, { code: order.cell }) : null,
  ]);
  return { order, cell: cell && { zh: cell.nameZh, en: cell.nameEn }, refusals, asks };
}

export const may = (order: Pick<OrderDetail, 'abilities'>, action: string): boolean =>
  order.abilities?.includes(action) ?? false;

/** Past its limit a return is still open for a conflict of interest (R8), so its form is too (3.3). */
const tooLateToReturn: readonly string[] = ['order.designated', 'order.return_too_late'];
const abilityOf: Record<string, string> = { finish: 'submit-evidence' };

/** Whether the form of that name stands on the page. */
export function isFormOpen({ order, refusals, asks }: Task, form: string): boolean {
  const works = order.status === 'in_progress' && order.relations.includes('assignee');
  // Where it is not open any more its fold says why.
  if (form === 'ask_extension') return works && asks?.extension === null;
  if (form === 'ask_suspension') return works && asks?.suspension === null;
  if (may(order, abilityOf[form] ?? form)) return true;
  return form === 'return' && tooLateToReturn.includes(refusals.get('return')?.reason ?? '');
}
