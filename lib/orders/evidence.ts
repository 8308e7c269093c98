import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm';
import type { z } from 'zod';
import type { Reader, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import {
  type EvidenceKind,
  evidenceKinds,
  missingKinds,
  parseEvidenceKinds,
  photoKinds,
} from '@/lib/taxonomy/evidence';
import type { OrderEventData } from './events';
import type { OrderRow } from './facts';
import type { submitEvidenceInput } from './input';
import { takePhotos } from './photos';
import { addEvidence, addPhotos } from './store';
import { orderEvent, orderEvidence, orderPhoto } from './tables';

type Parsed = z.output<typeof submitEvidenceInput>;
type Piece = Parsed['pieces'][number];

/** Kinds that need no upload because the order's own record proves them. */
export async function provenKinds(
  db: Reader,
  order: Pick<OrderRow, 'id' | 'dispatchedAt'>,
): Promise<Set<EvidenceKind>> {
  const proven = new Set<EvidenceKind>();
  const before = await db
    .select({ id: orderPhoto.uploadId })
    .from(orderPhoto)
    .where(and(eq(orderPhoto.orderId, order.id), eq(orderPhoto.kind, 'requester')))
    .limit(1);
  // The requester's photo may serve as the one before (taxonomy).
  if (before.length > 0) proven.add('photo_before');
  const visits = await db
    .select({ type: orderEvent.type, data: orderEvent.data, at: orderEvent.at })
    .from(orderEvent)
    .where(and(eq(orderEvent.orderId, order.id), inArray(orderEvent.type, ['order.arrived', 'order.left'])));
  const now = visits.filter((visit) => visit.at >= (order.dispatchedAt ?? 0));
  const arrivals = now
    .filter((v) => v.type === 'order.arrived')
    .map((v) => JSON.parse(v.data) as OrderEventData['order.arrived']);
  // Somewhere else with a reason is a reason, not a position.
  if (arrivals.some((a) => (a.metres !== null && !a.far) || a.byCode)) proven.add('position');
  if (arrivals.some((a) => a.byCode)) proven.add('code');
  if (arrivals.length > 0 && now.some((v) => v.type === 'order.left')) proven.add('in_out');
  return proven;
}

const isGiven = (piece: Piece): boolean =>
  photoKinds.includes(piece.kind as EvidenceKind)
    ? piece.photos.length > 0
    : Boolean(piece.text || piece.value || piece.photos.length > 0);

/** What of the item's evidence is neither given nor proven; empty when one set is complete. */
export function openKinds(evidence: string, given: Iterable<string>): EvidenceKind[] {
  return missingKinds(parseEvidenceKinds(evidence), new Set(given));
}

/** Photos of the handler's own: what is on the order already, such as the requester's, proves nothing new. */
async function takeFreshPhotos(tx: Tx, orderId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  const known = await tx
    .select({ id: orderPhoto.uploadId })
    .from(orderPhoto)
    .where(and(eq(orderPhoto.orderId, orderId), inArray(orderPhoto.uploadId, [...ids])));
  if (known.length > 0) throw new DomainError('invalid', 'photo.unknown');
  return takePhotos(tx, orderId, ids);
}

/**
 * Checks and keeps the evidence of one `submit_evidence`: each piece of one set of the item's kinds, or a reason per
 * missing piece.
 * @throws rule `order.evidence_incomplete` naming the kinds; invalid `order.evidence_kind`
 */
export async function keepEvidence(
  tx: Tx,
  order: OrderRow,
  evidence: string,
  input: Parsed,
  now: number,
): Promise<Pick<OrderEventData['order.evidence_submitted'], 'pieces' | 'missing'>> {
  const kinds: readonly string[] = evidenceKinds;
  const odd = [...input.pieces, ...input.missing].find((piece) => !kinds.includes(piece.kind));
  if (odd) throw new DomainError('invalid', 'order.evidence_kind', { params: { kind: odd.kind } });
  const pieces = input.pieces.filter(isGiven);
  const given = new Set<string>([...pieces.map((p) => p.kind), ...(await provenKinds(tx, order))]);
  const open = openKinds(evidence, given);
  const excused = new Set(input.missing.map((m) => m.kind));
  const unexcused = open.filter((kind) => !excused.has(kind));
  if (unexcused.length > 0)
    throw new DomainError('rule', 'order.evidence_incomplete', { params: { kinds: unexcused.join(' ') } });
  const round = order.lastSeq + 1;
  const kept: OrderEventData['order.evidence_submitted']['pieces'] = [];
  for (const piece of pieces) {
    const photos = await takeFreshPhotos(tx, order.id, piece.photos);
    await addPhotos(tx, order.id, round, piece.kind, photos, now);
    const text = [piece.text, piece.value].filter(Boolean).join(' ') || null;
    const id = await addEvidence(tx, { orderId: order.id, round, kind: piece.kind, text });
    kept.push({ kind: piece.kind, evidence: id, photos: photos.map((p) => p.id) });
  }
  const missing: OrderEventData['order.evidence_submitted']['missing'] = [];
  for (const gap of input.missing.filter((m) => open.includes(m.kind as EvidenceKind))) {
    const id = await addEvidence(tx, { orderId: order.id, round, kind: gap.kind, missingReason: gap.reason });
    missing.push({ kind: gap.kind, evidence: id });
  }
  return { pieces: kept, missing };
}

/** The kinds that the latest evidence leaves open, with the handler's reasons. */
export async function missingOf(db: Reader, order: Pick<OrderRow, 'id'>): Promise<{ kind: string; reason: string }[]> {
  // The event tells the round: a round that the record proves by itself has no row of its own.
  const [latest] = await db
    .select({ seq: orderEvent.seq })
    .from(orderEvent)
    .where(and(eq(orderEvent.orderId, order.id), eq(orderEvent.type, 'order.evidence_submitted')))
    .orderBy(desc(orderEvent.seq))
    .limit(1);
  if (!latest) return [];
  const rows = await db
    .select()
    .from(orderEvidence)
    .where(
      and(
        eq(orderEvidence.orderId, order.id),
        eq(orderEvidence.round, latest.seq),
        isNotNull(orderEvidence.missingReason),
      ),
    )
    .orderBy(orderEvidence.id);
  return rows.map((row) => ({ kind: row.kind, reason: row.missingReason ?? '' }));
}
