import type { EvidenceKind } from '@/lib/taxonomy/evidence';
import type { PlanItem } from './plan-items';
import type { Picture, PlannedPiece } from './plan-order';
import type { Random } from './random';
import type { Topic } from './texts/sentence';

const pictures: Partial<Record<EvidenceKind, Picture>> = {
  photo_before: 'before',
  photo_after: 'after',
  photo: 'scene',
  document: 'document',
  signature: 'signature',
};

/** Kinds that the order's own record proves: the requester's photo, arriving, leaving, the slip's code. */
const proven = (kind: EvidenceKind, photos: number): boolean =>
  kind === 'position' || kind === 'in_out' || kind === 'code' || (kind === 'photo_before' && photos > 0);

const refPrefixes: Readonly<Record<string, string>> = {
  '0502': '维保单 WB',
  '0603': '计划 PLSS',
  '0803': '议事 PLYS',
  '1001': '受理回执 MZ',
  '1101': '坡调',
  '1102': '坡调',
  '1103': '坡调',
  '1301': '办结回执 DB',
  '1304': '登记回执 LD',
  '1403': '立项 PLLX',
};

/** A number of a paper: prefix, year, serial. */
export const refNo = (item: string, year: number, serial: number): string =>
  `${refPrefixes[item] ?? '编号'}〔${year}〕${String(serial).padStart(3, '0')}号`;

function reading(item: string, random: Random): string {
  const one = (min: number, max: number) => random.between(min, max).toFixed(1);
  switch (item) {
    case '0701':
      return `水压 0.${random.int(22, 34)} MPa`;
    case '0703':
      return '可燃气体 0 %LEL，两次';
    case '0704':
      return `客厅 ${one(19, 21.5)} ℃，主卧 ${one(18.5, 20.8)} ℃，次卧 ${one(18.1, 20.2)} ℃`;
    case '1501':
      return `昼间 ${random.int(52, 58)} dB，PM10 ${random.int(68, 110)} µg/m³`;
    default:
      return `${random.int(41, 49)} dB`;
  }
}

/** Whether a set of kinds suits what was done: a plan has a number, a repair has a photo. */
function suits(set: readonly EvidenceKind[], item: string, topic: Topic, outcome: string): boolean {
  if (item !== '0603') return true;
  const repaired = outcome === 'resolved' && topic.key !== 'activity_room';
  return repaired ? set.includes('photo_after') : set.includes('ref_no');
}

export interface EvidencePlan {
  pieces: PlannedPiece[];
  /** The presence that one of the set's kinds needs. */
  arrives: boolean;
  leaves: boolean;
  byCode: boolean;
}

/** The pieces of one set of the item's evidence, without those that the record proves. */
export function planEvidence(
  item: PlanItem,
  topic: Topic,
  outcome: string,
  photos: number,
  serial: { year: number; next(): number },
  text: string,
  random: Random,
): EvidencePlan {
  const fitting = item.evidence.filter((set) => suits(set, item.code, topic, outcome));
  // A voice recording cannot be drawn; whoever would send one sends a photo or the elder's code.
  const sets = (fitting.length > 0 ? fitting : item.evidence).filter((set) => !set.includes('voice'));
  const set = random.pick(sets);
  const pieces = set
    .filter((kind) => !proven(kind, photos))
    .map((kind): PlannedPiece => {
      const picture = pictures[kind];
      if (picture) return { kind, picture };
      if (kind === 'text') return { kind, text };
      if (kind === 'reading') return { kind, value: reading(item.code, random) };
      return { kind, value: refNo(item.code, serial.year, serial.next()) };
    });
  return {
    pieces,
    arrives: set.includes('position') || set.includes('in_out') || set.includes('code'),
    leaves: set.includes('in_out'),
    byCode: set.includes('code'),
  };
}
