import { gridWorkers } from './people-routes';
import { isUrgent, type PlanItem, routeOf } from './plan-items';
import type { Handler, PersonKey } from './plan-order';
import type { Random } from './random';

/** Who signs for a unit. */
const signers: Readonly<Record<string, PersonKey>> = {
  'PL-PROP': 'gaofeng',
  'DS-PROP': 'dingsheng',
  'PL-SANI': 'huanwei',
  'PL-COMM': 'fangmin',
  'PL-ALLIANCE': 'fangmin',
  'PL-CADRE': 'fangmin',
  'PL-UNIT': 'fangmin',
  'PL-BRANCH': 'fangmin',
  'PL-HALL': 'chenchen',
  'PL-MED': 'xuwende',
  'DHS-STREET': 'jiedao',
  'DHS-DEPT': 'chengguan',
  'DHS-URBAN': 'chengguan',
  'DHS-POLICE': 'chengguan',
  'DHS-UTIL': 'gongshui',
};

/** @throws RangeError for a unit nobody signs for */
export function signerOf(handler: Handler): PersonKey {
  const signer = 'person' in handler ? handler.person : signers[handler.unit];
  if (!signer) throw new RangeError(`nobody signs for ${JSON.stringify(handler)}`);
  return signer;
}

export const gridWorkerOf = (cell: string): PersonKey => gridWorkers[cell] ?? '';
export const propertyFirmOf = (cell: string): Handler => ({ unit: cell.endsWith('006') ? 'DS-PROP' : 'PL-PROP' });

/** The group a handler belongs to, for how fast it accepts. */
export type Pace = 'VOL' | 'GRID' | 'PROP' | 'SANI' | 'UTIL' | 'HALL' | 'COMM' | 'MED' | 'STREET' | 'DEPT';

export function paceOf(handler: Handler | 'volunteers'): Pace {
  if (handler === 'volunteers') return 'VOL';
  if ('person' in handler) return 'GRID';
  const group = handler.unit.split('-')[1] ?? '';
  if (group === 'URBAN' || group === 'POLICE') return 'DEPT';
  if (group === 'ALLIANCE' || group === 'CADRE' || group === 'UNIT' || group === 'BRANCH') return 'COMM';
  return group as Pace;
}

/** Minutes until a group accepts: median and 95th percentile (5.2). */
export const acceptPace: Readonly<Record<Pace, readonly [median: number, p95: number]>> = {
  VOL: [11, 180],
  GRID: [25, 120],
  PROP: [50, 200],
  SANI: [30, 110],
  UTIL: [14, 60],
  HALL: [20, 90],
  COMM: [90, 300],
  MED: [100, 330],
  STREET: [240, 460],
  DEPT: [240, 470],
};

/** How often the dispatcher takes B of `A/B`; otherwise A. */
const secondChoice: Readonly<Record<string, number>> = {
  '0103': 0.3,
  '0104': 0.5,
  '0202': 0.2,
  '0301': 0.4,
  '0303': 0.5,
  '0401': 0.5,
  '0403': 0.5,
  '0601': 0,
  '0802': 0.12,
  '0903': 0.4,
  '1204': 0.25,
  '1401': 0.5,
  '1503': 0.3,
};

/**
 * Who gets an order. U1 and U2 go where the default table says, since the program assigns them itself; of the others
 * the dispatcher chooses. `notBy` is the grid worker who reported it and therefore does not also handle it.
 */
export function chooseHandler(item: PlanItem, cell: string, random: Random, notBy?: PersonKey): Handler | 'volunteers' {
  const steps = routeOf(item, cell);
  const [first] = steps;
  const or = steps.find((step) => step.join === 'or');
  const lamps = item.code === '0601' && cell.endsWith('901');
  const second = or && !isUrgent(item) && (lamps || random.chance(secondChoice[item.code] ?? 0));
  const order = second ? [or, first] : [first, or];
  for (const step of order) {
    if (!step || (step.person && step.person === notBy)) continue;
    if (step.volunteers) return 'volunteers';
    if (step.unit) return { unit: step.unit };
    if (step.person) return { person: step.person };
  }
  return propertyFirmOf(cell);
}

/** Where an order goes that came back: the suggestion of the return's reason. */
export function nextHandler(item: PlanItem, cell: string, earlier: Handler, reason: string): Handler {
  const unit = 'unit' in earlier ? earlier.unit : '';
  if (reason === 'R6') return { unit: 'DHS-STREET' };
  if (reason === 'R7') return { unit: item.code === '0601' || item.code === '0804' ? 'DHS-UTIL' : 'DHS-DEPT' };
  if (reason === 'R8') return { unit: 'PL-COMM' };
  if (item.code === '0401' || item.code === '0402')
    return unit === 'PL-SANI' ? propertyFirmOf(cell) : { unit: 'PL-SANI' };
  if (item.code === '0601') return { unit: 'DHS-DEPT' };
  if (item.code === '0501') return { unit: 'DHS-UTIL' };
  if (item.code === '0701') return propertyFirmOf(cell);
  return unit === 'PL-COMM' ? { unit: 'DHS-STREET' } : { unit: 'PL-COMM' };
}
