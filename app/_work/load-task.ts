import { getOrder, type OrderDetail } from '@/lib/orders/queries/get-order';
import { type ActionRefusal, listRefusals } from '@/lib/orders/queries/list-refusals';
import { getArea } from '@/lib/places/queries/get-area';
import type { StaffContext } from '../_shell/enter';

export interface Task {
  order: OrderDetail;
  cell: { zh: string; en: string } | null;
  /** Why an action is not open to this reader. */
  refusals: Map<string, ActionRefusal>;
}

/** One order with the name of its cell. @throws not_found `order.not_found` */
export async function loadTask(ctx: StaffContext, code: string): Promise<Task> {
  const order = await getOrder(ctx, { code });
  const [refusals, cell] = await Promise.all([
    listRefusals(ctx, { code }),
    order.cell ? getArea(ctx, { code: order.cell }) : null,
  ]);
  return { order, cell: cell && { zh: cell.nameZh, en: cell.nameEn }, refusals };
}

export const may = (order: Pick<OrderDetail, 'abilities'>, action: string): boolean =>
  order.abilities?.includes(action) ?? false;

/** Past its limit a return is still open for a conflict of interest (R8), so its form is too (3.3). */
const tooLateToReturn: readonly string[] = ['order.designated', 'order.return_too_late'];
const abilityOf: Record<string, string> = { finish: 'submit-evidence' };

/** Whether the form of that name stands on the page. */
export function isFormOpen({ order, refusals }: Task, form: string): boolean {
  if (may(order, abilityOf[form] ?? form)) return true;
  return form === 'return' && tooLateToReturn.includes(refusals.get('return')?.reason ?? '');
}
