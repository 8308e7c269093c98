import { type CallableUnit, callableUnits } from '@/lib/orders/queries/callable-units';
import { countByCell } from '@/lib/orders/queries/count-by-cell';
import { getOrder, type OrderDetail } from '@/lib/orders/queries/get-order';
import { type Candidate, listCandidates } from '@/lib/orders/queries/list-candidates';
import { type EarlierOrder, listEarlier } from '@/lib/orders/queries/list-earlier';
import { type ActionRefusal, listRefusals } from '@/lib/orders/queries/list-refusals';
import { listSimilar, type SimilarView } from '@/lib/orders/queries/list-similar';
import { type OrderAsks, orderAsks } from '@/lib/orders/queries/order-asks';
import { type TransferOption, transferOptions } from '@/lib/orders/queries/transfer-options';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { listUnits, type UnitView } from '@/lib/people/queries/list-units';
import { getArea } from '@/lib/places/queries/get-area';
import { type CellView, listCells } from '@/lib/places/queries/list-cells';
import { listCategories, listItems } from '@/lib/taxonomy/queries/list-items';
import type { StaffContext } from '../../_shell/enter';

export interface Person {
  id: string;
  zh: string;
  en: string;
  cell: string;
}

/** Whom an order may go to, beside the default table; read only for those who dispatch. */
export interface Choices {
  candidates: Candidate[];
  /** A rule or the default route begins with volunteers. */
  offerFirst: boolean;
  /** How far the rule that hit would offer. */
  offerScope: 'own' | 'neighbours' | 'community' | null;
  units: UnitView[];
  gridWorkers: Person[];
  /** Volunteers whom an offer would reach, by its scope; skills narrow it further. */
  volunteers: { own: number; neighbours: number; community: number };
  items: Awaited<ReturnType<typeof listItems>>;
  categories: Awaited<ReturnType<typeof listCategories>>;
}

export interface OrderPageData {
  order: OrderDetail;
  cell: CellView | null;
  /** Open orders of its cell. */
  cellLoad: number;
  gridWorker: { zh: string; en: string; phone: string | null } | null;
  refusals: Map<string, ActionRefusal>;
  /** What its handler asks for, and until when it is suspended; null for who reads as the resident. */
  asks: OrderAsks | null;
  /** Where it may be transferred to; empty for who may not. */
  transferTo: TransferOption[];
  /** Whom the street may call to it; null for who may not. */
  callable: CallableUnit[] | null;
  /** Null for those who do not dispatch, and once nothing is left to dispatch. */
  choices: Choices | null;
  /** What may be of the same thing; for whoever dispatches it, while it can still be moved. */
  similar: SimilarView[];
  /** The same matter of the same resident, closed before; empty for who does not dispatch. */
  earlier: EarlierOrder[];
}

const dispatching: readonly string[] = ['assign', 'offer', 'reassign', 'classify'];

/** All that the page of one order shows. @throws not_found `order.not_found` */
export async function loadOrderPage(ctx: StaffContext, code: string): Promise<OrderPageData> {
  const order = await getOrder(ctx, { code });
  const refusals = await listRefusals(ctx, { code });
  const cellCode = order.cell ?? '';
  const community = cellCode ? await communityOf(ctx, cellCode) : '';
  const cells = community ? await listCells(ctx, { communityCode: community }) : [];
  const [worker] = await listRoleHolders(ctx, { role: 'grid_worker', areaCodes: cellCode ? [cellCode] : [] });
  const mayDispatch = order.abilities?.some((action) => dispatching.includes(action)) ?? false;
  return {
    order,
    cell: cells.find((cell) => cell.code === cellCode) ?? null,
    cellLoad: (await countByCell(ctx)).get(cellCode)?.open ?? 0,
    gridWorker: worker ? { zh: worker.name, en: worker.nameEn ?? worker.name, phone: worker.phone } : null,
    refusals,
    similar: order.abilities?.includes('merge') ? (await listSimilar(ctx, { code })).items : [],
    earlier: await listEarlier(ctx, { code }),
    asks: await orderAsks(ctx, { code }),
    transferTo: order.abilities?.includes('transfer') ? await transferOptions(ctx, { code }) : [],
    callable: await callableUnits(ctx, { code }),
    choices: mayDispatch ? await loadChoices(ctx, order, cells) : null,
  };
}

async function communityOf(ctx: StaffContext, cellCode: string): Promise<string> {
  const { ancestors } = await getArea(ctx, { code: cellCode });
  return ancestors.find((area) => area.kind === 'community')?.code ?? '';
}

async function loadChoices(ctx: StaffContext, order: OrderDetail, cells: CellView[]): Promise<Choices> {
  const {
    items: candidates,
    offer: offerFirst,
    offerScope,
    volunteers,
  } = await listCandidates(ctx, { code: order.code });
  const cellCodes = cells.map((cell) => cell.code);
  const workers = await listRoleHolders(ctx, { role: 'grid_worker', areaCodes: cellCodes });
  return {
    candidates,
    offerFirst,
    offerScope,
    // A firm of another quarter does not come here; area codes are nested by prefix.
    units: (await listUnits(ctx)).filter((unit) => unit.areas.some((code) => order.cell?.startsWith(code))),
    gridWorkers: workers.map(({ personId, name, nameEn, areaCode }) => ({
      id: personId,
      zh: name,
      en: nameEn ?? name,
      cell: areaCode,
    })),
    volunteers,
    items: await listItems(ctx.db),
    categories: await listCategories(ctx.db),
  };
}
