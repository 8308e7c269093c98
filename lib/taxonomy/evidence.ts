export const evidenceKinds = [
  'photo_before',
  'photo_after',
  'photo',
  'document',
  'reading',
  'text',
  'ref_no',
  'position',
  'in_out',
  'signature',
  'voice',
  'code',
] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** These are proven by at least one photo; the others by words or a value. */
export const photoKinds: readonly EvidenceKind[] = ['photo_before', 'photo_after', 'photo', 'document', 'signature'];

/**
 * Reads the notation of the taxonomy: `+` all of, `/` one set of.
 * `position+photo/position+voice` → [[position, photo], [position, voice]].
 * @throws RangeError on a kind that is not in the list.
 */
export function parseEvidenceKinds(text: string): EvidenceKind[][] {
  return text.split('/').map((set) =>
    set.split('+').map((kind) => {
      const known = evidenceKinds.find((k) => k === kind.trim());
      if (!known) throw new RangeError(`unknown evidence kind: ${kind}`);
      return known;
    }),
  );
}

/** The set with the fewest kinds missing, and which those are; empty when one set is complete. */
export function missingKinds(sets: EvidenceKind[][], given: ReadonlySet<string>): EvidenceKind[] {
  const gaps = sets.map((set) => set.filter((kind) => !given.has(kind)));
  return gaps.reduce((best, gap) => (gap.length < best.length ? gap : best), gaps[0] ?? []);
}
