import type { RouteStep } from '@/lib/orders/route';
import { cellCodes, communityCode, parkCode } from './geography-plan';
import type { DemoRoute, HandlerGroup } from './people-shape';
import { demoUnits } from './people-units';

const cell = (number: string) => communityCode + number;

/** The worker of each cell: key of the person. */
export const gridWorkers: Record<string, string> = {
  [cell('001')]: 'qianfang',
  [cell('002')]: 'wulei',
  [cell('003')]: 'fengjing',
  [cell('004')]: 'hanbing',
  [cell('005')]: 'zhaoqiang',
  [cell('006')]: 'shenjie',
  [parkCode]: 'dinghao',
};

const joins = { '→': 'then', '/': 'or', '+': 'with' } as const;

/**
 * Turns the handler column of the taxonomy into the steps of a cell's default route: `A→B` A first, then B; `A/B`
 * either; `A+B` together. `DEPT(河长)` is DEPT; GRID is the worker of the cell (by key), VOL an offer to volunteers.
 * @throws RangeError for a word, a cell or an order of words that is not known
 */
export function resolveHandlers(expression: string, cellCode: string): RouteStep[] {
  const words = expression.replace(/\([^)]*\)/g, '').split(/([→/+])/);
  const steps: RouteStep[] = [];
  for (let i = 0; i < words.length; i += 2) {
    const sign = words[i - 1];
    const join = i === 0 ? 'first' : sign === '→' || sign === '/' || sign === '+' ? joins[sign] : null;
    if (join === null) throw new RangeError(`no handlers: ${expression}`);
    steps.push({ join, ...handlerOf(words[i] ?? '', cellCode) });
  }
  return steps;
}

function handlerOf(word: string, cellCode: string): Omit<RouteStep, 'join'> {
  if (!cellCodes.includes(cellCode)) throw new RangeError(`no cell: ${cellCode}`);
  if (word === 'VOL') return { volunteers: true };
  if (word === 'GRID') return { person: gridWorkers[cellCode] };
  const units = demoUnits.filter((unit) => unit.handlerGroup === (word as HandlerGroup));
  // Of several firms the one that serves the cell; a unit of the community or the street serves all of its cells.
  const unit = units.find(({ areas }) => areas.some((code) => cellCode.startsWith(code)));
  if (!unit) throw new RangeError(`nobody handles ${word} in ${cellCode}`);
  return { unit: unit.code };
}

/** The default table, item × cell. */
export function demoRoutes(taxonomy: readonly { code: string; handler: string }[]): DemoRoute[] {
  return taxonomy.flatMap((item) =>
    cellCodes.map((cellCode) => ({ itemCode: item.code, cellCode, steps: resolveHandlers(item.handler, cellCode) })),
  );
}
