import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { findHandler } from '@/lib/people/queries/find-handler';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import type { LetterEventType } from './events';
import { toldOfLetter } from './queries/told-of-letter';

/** Who is told of which step: all units written to, the lead alone, or who keeps the letters of the community. */
const told: Partial<Record<LetterEventType, 'units' | 'lead' | 'keepers'>> = {
  'letter.sent': 'units',
  'letter.replied': 'keepers',
  'letter.sent_back': 'lead',
  'letter.extended': 'units',
  'letter.meeting_held': 'units',
  'letter.decision_settled': 'keepers',
  'letter.decision_postponed': 'units',
  'letter.closed': 'units',
  'letter.called_off': 'units',
};

/** Tells the other side of each step of a letter, and nobody of what they did themselves. A repeat tells nobody twice. */
export async function tellOfLetter(
  ctx: Context,
  message: { caseId: string; seq: number },
  tell: (notice: {
    personIds: readonly string[];
    kind: string;
    code: string;
    dedupe: string;
    at: number;
  }) => Promise<void>,
): Promise<void> {
  const step = await toldOfLetter(ctx, message);
  const to = step && told[step.type];
  if (!step || !to) return;
  const on = shanghaiDate(step.at);
  const units = step.units.filter(({ part }) => to === 'units' || part === 'lead');
  const people =
    to === 'keepers'
      ? (
          await Promise.all(
            (['dispatcher', 'secretary'] as const).map((role) =>
              listRoleHolders(ctx, { role, areaCodes: [step.communityCode] }),
            ),
          )
        )
          .flat()
          .map(({ personId }) => personId)
      : (await Promise.all(units.map(({ unitCode }) => findHandler(ctx.db, { unit: unitCode }, on)))).flatMap(
          (unit) => unit?.members ?? [],
        );
  const personIds = [...new Set(people)].filter((id) => id !== step.actor);
  const { type: kind, caseCode: code, caseId, seq, at } = step;
  if (personIds.length > 0) await tell({ personIds, kind, code, dedupe: `${kind}:${caseId}:${seq}`, at });
}

/**
 * The order that a letter is about waits while the lead owes its reply or a decision is open, as the letter stands now: steps that overtake each
 * other end in the same.
 */
export async function holdOrderOf(
  ctx: Context,
  message: { caseId: string; seq: number },
  hold: (order: { orderId: string; by: string; isHeld: boolean }) => Promise<void>,
): Promise<void> {
  const step = await toldOfLetter(ctx, message);
  if (step?.orderId) await hold({ orderId: step.orderId, by: step.caseCode, isHeld: step.isOwed });
}
