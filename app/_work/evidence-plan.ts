import { type EvidenceKind, missingKinds, parseEvidenceKinds, photoKinds } from '@/lib/taxonomy/evidence';

/** How a kind is shown to be there: by photos, by a text, by one line, or by the visit that is on record. */
export type PieceWay = 'photos' | 'text' | 'line' | 'visit';

export interface PlanRow {
  kind: EvidenceKind;
  way: PieceWay;
  /** The order's record proves it already. */
  proven: boolean;
  /** Not in every set: another kind may stand for it. */
  either: boolean;
}

export interface EvidencePlan {
  rows: PlanRow[];
  /** One of these is enough; a single set where there is no choice. */
  sets: EvidenceKind[][];
  /** Kinds of the nearest set that nothing proves yet. */
  open: EvidenceKind[];
}

const lineKinds: readonly EvidenceKind[] = ['reading', 'ref_no', 'code'];
const visitKinds: readonly EvidenceKind[] = ['position', 'in_out'];

export const wayOf = (kind: EvidenceKind): PieceWay =>
  photoKinds.includes(kind)
    ? 'photos'
    : lineKinds.includes(kind)
      ? 'line'
      : visitKinds.includes(kind)
        ? 'visit'
        : 'text';

/** The checklist of an item's evidence: every kind of its sets once, in the order of the taxonomy. */
export function evidencePlan(checklist: { kinds: string; proven: readonly string[] }): EvidencePlan {
  const sets = parseEvidenceKinds(checklist.kinds);
  const kinds = [...new Set(sets.flat())];
  const rows = kinds.map((kind) => ({
    kind,
    way: wayOf(kind),
    proven: checklist.proven.includes(kind),
    either: !sets.every((set) => set.includes(kind)),
  }));
  return { rows, sets, open: missingKinds(sets, new Set(checklist.proven)) };
}

/** Kinds that are neither given nor proven nor excused: what keeps the evidence from being handed in. */
export function unexcusedKinds(
  checklist: { kinds: string; proven: readonly string[] },
  given: Iterable<string>,
  excused: Iterable<string>,
): EvidenceKind[] {
  const open = missingKinds(parseEvidenceKinds(checklist.kinds), new Set([...checklist.proven, ...given]));
  const left = new Set(excused);
  return open.filter((kind) => !left.has(kind));
}

type Fields = Record<string, string | string[]>;
const firstOf = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value)?.trim() ?? '';

/** Kinds of the finish form that have photos or a text, and those with a reason for being left out. */
export function statedKinds(
  fields: Fields,
  photos: Readonly<Record<string, string[]>>,
): { given: string[]; excused: string[] } {
  const filled = (prefix: string) =>
    Object.keys(fields).flatMap((name) =>
      name.startsWith(`${prefix}.`) && firstOf(fields[name]) ? [name.slice(prefix.length + 1)] : [],
    );
  const withPhotos = Object.keys(photos).filter((kind) => (photos[kind] ?? []).length > 0);
  return { given: [...new Set([...withPhotos, ...filled('text')])], excused: filled('missing') };
}

/**
 * The finish form as the fields of `submit_evidence`: `text.KIND` and `missing.KIND` of the form, `photos` stored ids per
 * kind. A piece without anything is left out; a reason counts only where the piece is not there.
 */
export function evidenceInput(
  fields: Fields,
  photos: Readonly<Record<string, string[]>>,
): [name: string, value: string][] {
  const { given, excused } = statedKinds(fields, photos);
  const input: [string, string][] = [];
  given.forEach((kind, index) => {
    const at = `pieces.${index}`;
    const text = firstOf(fields[`text.${kind}`]);
    input.push([`${at}.kind`, kind]);
    for (const id of photos[kind] ?? []) input.push([`${at}.photos`, id]);
    if (text) input.push([`${at}.${wayOf(kind as EvidenceKind) === 'line' ? 'value' : 'text'}`, text]);
  });
  // The list must be there; a piece that holds nothing counts as none.
  if (given.length === 0) input.push(['pieces.0.kind', 'text']);
  const gaps = excused.filter((kind) => !given.includes(kind));
  gaps.forEach((kind, index) => {
    input.push([`missing.${index}.kind`, kind], [`missing.${index}.reason`, firstOf(fields[`missing.${kind}`])]);
  });
  return input;
}
