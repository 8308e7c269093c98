import type { Context } from '@/lib/kernel/context';
import { type DecisionRow, decisionsOf, type LetterRow, meetingsOf } from '../facts';

/** One tracked decision; dates `YYYY-MM-DD`. */
export interface DecisionView {
  id: string;
  no: number;
  words: string;
  /** Code of the unit that carries it out. */
  owner: string;
  dueOn: string;
  /** Past its day and not carried out. */
  late: boolean;
  settledAt: number | null;
  settled: string | null;
  /** Whether a unit of the reader's carries it out. */
  own: boolean;
}

export interface MeetingView {
  id: string;
  heldOn: string;
  place: string;
  agenda: string;
  /** Codes of the units that came. */
  present: string[];
  others: string | null;
  decisions: DecisionView[];
}

const decisionView = (row: DecisionRow, own: string | undefined, today: string): DecisionView => ({
  id: row.id,
  no: row.no,
  words: row.words,
  owner: row.ownerUnit,
  dueOn: row.dueOn,
  late: row.settledAt === null && today > row.dueOn,
  settledAt: row.settledAt,
  settled: row.settled,
  own: row.ownerUnit === own,
});

/** The meetings of a letter with their decisions. `own`: the unit for which the reader speaks; `today`: `YYYY-MM-DD`. */
export async function meetingViews(
  ctx: Context,
  row: LetterRow,
  own: string | undefined,
  today: string,
): Promise<MeetingView[]> {
  const decisions = await decisionsOf(ctx.db, row.id);
  return (await meetingsOf(ctx.db, row.id)).map(({ id, heldOn, place, agenda, present, others }) => ({
    ...{ id, heldOn, place, agenda, present, others },
    decisions: decisions.filter(({ meetingId }) => meetingId === id).map((one) => decisionView(one, own, today)),
  }));
}
