import type { RouteStep } from '@/lib/orders/route';
import { onlyOnce } from './fields';
import type { Folder, Row } from './folder';
import type { Notebook } from './mistakes';

const joins: Record<string, RouteStep['join']> = { '→': 'then', '>': 'then', '/': 'or', '+': 'with' };

/** A step of a route as it will be stored, but with the login of a person in place of the id. */
export interface ReadRoute {
  row: Row;
  itemCode: string;
  cellCode: string;
  steps: RouteStep[];
}

/** What the words of a route may mean. */
export interface Handlers {
  items: ReadonlySet<string>;
  cells: readonly string[];
  groups: ReadonlySet<string>;
  units: readonly { code: string; handlerGroup: string; areas: readonly string[] }[];
  logins: ReadonlySet<string>;
  /** cell → logins of its grid workers */
  gridWorkers: ReadonlyMap<string, readonly string[]>;
}

type Who = Omit<RouteStep, 'join'>;
type Problem = { zh: string; en: string };

/** Of several units of a group the one whose area is nearest around the cell. */
function unitFor(group: string, cell: string, handlers: Handlers): Who | Problem {
  const nearness = (areas: readonly string[]) =>
    Math.max(0, ...areas.filter((area) => cell.startsWith(area)).map((area) => area.length));
  const serving = handlers.units.filter((unit) => unit.handlerGroup === group && nearness(unit.areas) > 0);
  const nearest = Math.max(...serving.map((unit) => nearness(unit.areas)));
  const [unit, another] = serving.filter((one) => nearness(one.areas) === nearest);
  if (!unit) return { zh: `没有单位在 ${cell} 办 ${group}`, en: `no unit handles ${group} in ${cell}` };
  if (!another) return { unit: unit.code };
  const both = `${unit.code} ${another.code}`;
  return {
    zh: `${cell} 的 ${group} 不止一家（${both}），请写单位代码`,
    en: `several units handle ${group} in ${cell} (${both}); write the code of one`,
  };
}

function meaning(word: string, cell: string, handlers: Handlers): Who | Problem {
  if (word === 'VOL') return { volunteers: true };
  if (word.startsWith('@')) {
    const login = word.slice(1);
    return handlers.logins.has(login)
      ? { person: login }
      : { zh: `没有账号 ${login}`, en: `there is no account ${login}` };
  }
  if (word === 'GRID') {
    const [login, another] = handlers.gridWorkers.get(cell) ?? [];
    if (!login) return { zh: `${cell} 没有网格员（role = grid_worker）`, en: `${cell} has no grid worker` };
    return another
      ? { zh: `${cell} 不止一名网格员，请写 @账号`, en: `${cell} has several grid workers; write @login` }
      : { person: login };
  }
  if (handlers.units.some((unit) => unit.code === word)) return { unit: word };
  if (handlers.groups.has(word)) return unitFor(word, cell, handlers);
  return {
    zh: `“${word}”不是单位代码、@账号、GRID、VOL 或 ${[...handlers.groups].sort().join(' ')}`,
    en: 'is no code of a unit, no @login, nor GRID, VOL or a handler group',
  };
}

/** `PROP+GRID` in one cell. Null when a word of it says nobody; what was said before is not said again for the next cell. */
function stepsIn(row: Row, cell: string, handlers: Handlers, said: Set<string>, notes: Notebook): RouteStep[] | null {
  const parts = row
    .get('steps')
    .replace(/\([^)]*\)|（[^）]*）/g, '')
    .split(/([→>/+])/);
  const steps: RouteStep[] = [];
  let wrong = false;
  for (let i = 0; i < parts.length; i += 2) {
    const word = (parts[i] ?? '').trim();
    const who: Who | Problem = word
      ? meaning(word, cell, handlers)
      : { zh: '箭头、斜杠或加号旁边没有写由谁办', en: 'nobody stands beside an arrow, a slash or a plus' };
    if ('zh' in who) {
      if (!said.has(who.zh)) notes.note(row, 'steps', who.zh, who.en);
      said.add(who.zh);
      wrong = true;
    } else steps.push({ join: i === 0 ? 'first' : (joins[parts[i - 1] ?? ''] ?? 'then'), ...who });
  }
  return wrong ? null : steps;
}

/**
 * The default table item × cell. A row for the cell `*` stands for every cell that has no row of its own for the item.
 * The words are those of the taxonomy's handler column, a unit's code, or `@login`.
 */
export function readRoutes(folder: Folder, handlers: Handlers, notes: Notebook): ReadRoute[] {
  const typed = folder.rows('routes.csv').map((row) => ({ row, item: row.get('item'), cell: row.get('cell') }));
  const rows = onlyOnce(typed, 'cell', ({ item, cell }) => `${item} ${cell}`, notes);
  const own = new Set(rows.map(({ item, cell }) => `${item} ${cell}`));
  const routes: ReadRoute[] = [];
  for (const { row, item, cell } of rows) {
    const said = new Set<string>();
    if (!handlers.items.has(item)) {
      const en = `there is no item “${item}” (four digits; did a spreadsheet drop the leading zero?)`;
      notes.note(row, 'item', `没有事项“${item}”（四位数字；表格软件会去掉开头的 0）`, en);
    }
    if (cell !== '*' && !handlers.cells.includes(cell)) {
      notes.note(row, 'cell', `没有网格“${cell}”；全部网格写 *`, `there is no cell “${cell}”; write * for all`);
      continue;
    }
    const cells = cell === '*' ? handlers.cells.filter((one) => !own.has(`${item} ${one}`)) : [cell];
    for (const cellCode of cells) {
      const steps = stepsIn(row, cellCode, handlers, said, notes);
      if (steps) routes.push({ row, itemCode: item, cellCode, steps });
    }
  }
  return routes;
}
