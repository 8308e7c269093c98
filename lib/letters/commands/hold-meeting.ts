import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { notInPast } from '../days';
import { decisionsOf } from '../facts';
import { meetingInput } from '../input';
import { addMeeting, move } from '../store';
import type { LetterSummary } from '../view';

/**
 * 协调会 (M11): who came and what was decided; each decision is an item with an owner among the units and a day, and the
 * letter is not closed before it is carried out.
 * @throws rule `letter.meeting_ahead` it is not held yet, `letter.day_past` · invalid `letter.unit_not_here`
 */
export async function holdMeeting(ctx: Context, raw: z.input<typeof meetingInput>): Promise<LetterSummary> {
  const input = parse(meetingInput, raw);
  return act(ctx, 'hold_meeting', input, async ({ tx, row, facts, permit, now }) => {
    if (input.heldOn > facts.today) throw new DomainError('rule', 'letter.meeting_ahead');
    const here = new Set(facts.units.map(({ unitCode }) => unitCode));
    for (const [at, unit] of input.present.entries()) known(here, unit, `present.${at}`);
    for (const [at, { owner, dueOn }] of input.decisions.entries()) {
      known(here, owner, `decisions.${at}.owner`);
      notInPast(dueOn, facts.today);
    }
    const before = (await decisionsOf(tx, row.id)).length;
    const id = newId();
    const { heldOn, place, agenda, others = null } = input;
    const present = [...new Set(input.present)];
    const decisions = input.decisions.map(({ words, owner: ownerUnit, dueOn }, at) => ({
      ...{ id: newId(), letterId: row.id, meetingId: id, no: before + at + 1, words, ownerUnit, dueOn },
    }));
    await addMeeting(tx, { id, letterId: row.id, heldOn, place, agenda, present, others, at: now }, decisions);
    return move(tx, row, permit, {
      set: { openDecisions: row.openDecisions + decisions.length },
      data: { meeting: id, on: heldOn, present, decisions: decisions.map((one) => one.id) },
      actor: ctx.actor,
      at: now,
    });
  });
}

/** Only the units of the letter come to its meetings and carry out what they decide. */
function known(here: ReadonlySet<string>, unit: string, path: string): void {
  if (here.has(unit)) return;
  const reason = 'letter.unit_not_here';
  const params = { unit };
  throw new DomainError('invalid', reason, { params, issues: [{ path, reason, message: reason, params }] });
}
