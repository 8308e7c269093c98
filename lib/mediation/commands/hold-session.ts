import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { nextOrdinal } from '../facts';
import { sessionInput } from '../input';
import { addSession, move } from '../store';
import { mediationSession } from '../tables';
import type { MediationSummary } from '../view';

/** 调解记录 (27) of a session that was held. @throws rule it has not been held yet, or lies before the application */
export async function holdSession(ctx: Context, raw: z.input<typeof sessionInput>): Promise<MediationSummary> {
  const input = parse(sessionInput, raw);
  return act(ctx, 'hold_session', input, async ({ tx, row, permit, now }) => {
    if (input.heldAt > now) throw new DomainError('rule', 'mediation.session_to_come');
    if (input.heldAt < row.openedAt) throw new DomainError('rule', 'mediation.session_too_early');
    const ordinal = await nextOrdinal(tx, mediationSession, row.id);
    const { heldAt, place, others, words } = input;
    await addSession(tx, { mediationId: row.id, ordinal, heldAt, place, others, words, at: now });
    return move(tx, row, permit, { to: 'in_session', data: { ordinal }, actor: ctx.actor, at: now });
  });
}
