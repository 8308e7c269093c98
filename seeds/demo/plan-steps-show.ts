import { isSeenOnSite } from './plan-items';
import type { PlannedPiece, Timing } from './plan-order';
import type { Outcome } from './plan-steps-reply';
import { fittedTo } from './plan-words';
import { holderOf, type Writer } from './plan-writer';
import { missingPieces, reworkWords } from './texts/staff-words';

/** Evidence, sent back where it must be, and at last as it is passed. */
export function showSteps(
  writer: Writer,
  pieces: readonly PlannedPiece[],
  outcome: Outcome,
  text: string,
  timing: Timing,
): void {
  const { draft, random, words, add } = writer;
  const by = holderOf(writer);
  let next = timing;
  for (let round = 0; round < draft.fate.reworks; round++) {
    const reason = reworkReason(writer, pieces);
    const gap = reason === 'evidence_missing' ? gapIn(pieces) : null;
    const shown = reason === 'untrue' ? pieces.map(stale) : pieces.filter((piece) => piece !== gap?.piece);
    const missing = gap ? [{ kind: gap.piece.kind, reason: words.least(gap.reasons, (r) => r.reason).reason }] : [];
    add(by, next, { step: 'submit_evidence', outcome, noteText: text, pieces: shown, missing });
    const fitted = fittedTo(draft.item.code, reworkWords[reason]);
    const own = fitted.filter((one) => one.items);
    const words10 = words.least(own.length > 0 && round === 0 ? own : fitted, (one) => one.words).words;
    const soon: Timing =
      draft.item.urgency === 'U1'
        ? { after: { minutes: random.int(20, 150) } }
        : { after: { workingMinutes: random.int(25, 240) } };
    add(draft.verifier, soon, { step: 'rework', reason, words: words10 });
    next = { after: { workingMinutes: random.int(60, 260) } };
  }
  const gap = draft.fate.missing ? gapIn(pieces) : null;
  const excuse = gap ? words.least(gap.reasons, (r) => r.reason) : null;
  add(by, next, {
    step: 'submit_evidence',
    outcome,
    noteText: draft.fate.reworks > 0 ? `已按验单意见重新办理。${text}` : text,
    pieces: pieces.filter((piece) => piece !== gap?.piece),
    missing: gap && excuse ? [{ kind: gap.piece.kind, reason: excuse.reason }] : [],
  });
  writer.waiver = excuse?.waiver;
}

/** A piece whose absence has words. */
function gapIn(pieces: readonly PlannedPiece[]) {
  for (const piece of pieces) {
    const reasons = missingPieces[piece.kind];
    if (reasons) return { piece, reasons };
  }
  return null;
}

const stale = (piece: PlannedPiece): PlannedPiece =>
  piece.kind === 'photo_after' ? { ...piece, picture: 'same_as_before' } : piece;

function reworkReason(writer: Writer, pieces: readonly PlannedPiece[]) {
  const { draft, random } = writer;
  const pair = pieces.some((p) => p.kind === 'photo_after') && pieces.some((p) => p.kind === 'photo_before');
  const spoken = ['0503', '0803', '1302', '1403', '0504', '1003', '0202', '0203'].includes(draft.item.code);
  if (spoken) return 'not_what_was_asked' as const;
  return random.weighted([
    ['evidence_missing' as const, gapIn(pieces) ? 5 : 0],
    ['not_solved_on_site' as const, isSeenOnSite(draft.item.code) ? 4 : 0],
    ['not_what_was_asked' as const, 2],
    ['untrue' as const, pair ? 1 : 0],
  ]);
}
