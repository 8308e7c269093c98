import { readFileSync } from 'node:fs';
import { clockKindOf, type ItemLimits, limitMinutes, parseItemLimits, type Urgency } from '@/lib/calendar/limits';
import { minutesPerWorkday } from '@/lib/calendar/working-time';
import type { RouteStep } from '@/lib/orders/route';
import { type EvidenceKind, parseEvidenceKinds } from '@/lib/taxonomy/evidence';
import { readCsv } from '../csv';
import { resolveHandlers } from './people-routes';

export interface PlanItem {
  code: string;
  urgency: Urgency;
  flags: string[];
  limits: ItemLimits;
  evidence: EvidenceKind[][];
  handler: string;
  /** ‰ of the steady state of 坡里. */
  weight: number;
}

function readItems(): PlanItem[] {
  const text = readFileSync(new URL('../reference/taxonomy.csv', import.meta.url), 'utf8');
  return readCsv(text).map((row) => ({
    code: row.code ?? '',
    urgency: (row.urgency ?? '') as Urgency,
    flags: (row.flags ?? '').split(/[ +]/).filter(Boolean),
    limits: parseItemLimits(row.accept_limit ?? '', row.finish_limit ?? ''),
    evidence: parseEvidenceKinds(row.evidence_kinds ?? ''),
    handler: row.handler ?? '',
    weight: Number(row.weight_poli_steady),
  }));
}

/** The taxonomy's 56 items, as far as the plan needs them. */
export const planItems: readonly PlanItem[] = readItems();

const byCode = new Map(planItems.map((item) => [item.code, item]));

export function planItem(code: string): PlanItem {
  const item = byCode.get(code);
  if (!item) throw new RangeError(`no item ${code}`);
  return item;
}

/** 物业管理方面问题: the report tag of the source's 200. */
export const isPropertyItem = (code: string): boolean =>
  code.startsWith('05') || ['0302', '0401', '0402', '0403', '0601', '0801', '0802', '0804'].includes(code);

/** 矛盾纠纷: the report tag of the source's 26. */
export const isDisputeItem = (code: string): boolean => code.startsWith('11');

/** Sealed by the item (3.1.1); such orders are never offered to volunteers. */
export const isSealedCode = (code: string): boolean =>
  code === '0901' || planItem(code).flags.some((flag) => ['confidential', 'sensitive', 'mediation'].includes(flag));

/** Somebody looks at it where it is. */
export const isSeenOnSite = (code: string): boolean => /^(03|04|06|07|12|15)|^050[12]$|^080[124]$/.test(code);

/** U1 and U2 are assigned by the program at submit (3.1.5). */
export const isUrgent = (item: PlanItem): boolean => item.urgency === 'U1' || item.urgency === 'U2';

export const isShift = (item: PlanItem): boolean => item.limits.finish.unit === 'shift_end';

export const acceptClockOf = (item: PlanItem) => clockKindOf(item.limits.accept, item.urgency);
export const finishClockOf = (item: PlanItem) => clockKindOf(item.limits.finish, item.urgency);
export const acceptMinutes = (item: PlanItem) => limitMinutes(item.limits.accept);
/** On the limit's own clock; 0 for a shift. */
export const finishMinutes = (item: PlanItem) => limitMinutes(item.limits.finish);

/** How many working days the finish limit spans; a day of the wall clock counts as one. */
export function finishDays(item: PlanItem): number {
  return finishMinutes(item) / (finishClockOf(item) === 'working' ? minutesPerWorkday : 1440);
}

export const routeOf = (item: PlanItem, cellCode: string): RouteStep[] => resolveHandlers(item.handler, cellCode);
