import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { rollDigest } from '../ballots';
import { heldMeeting, rollOf } from '../facts';
import { plainInput } from '../input';
import { changeMeeting, move } from '../store';
import type { DeliberationSummary } from '../view';

/**
 * Freezes who is entitled: from now on nobody is added or struck off, and the digest of the roll is public. A
 * probationary member stands on it and does not count.
 */
export async function freezeRoll(ctx: Context, raw: z.input<typeof plainInput>): Promise<DeliberationSummary> {
  const input = parse(plainInput, raw);
  return act(ctx, 'freeze_roll', input, async ({ tx, row, permit, now }) => {
    const meeting = await heldMeeting(tx, row);
    const roll = await rollOf(tx, meeting.id);
    const eligible = roll.filter((one) => one.seat === 'voting').length;
    if (eligible === 0) throw new DomainError('rule', 'deliberation.roll_empty');
    const salt = randomBytes(16).toString('hex');
    const digest = rollDigest(salt, roll);
    await changeMeeting(tx, meeting, { state: 'frozen', eligible, rollSalt: salt, rollDigest: digest });
    return move(tx, row, permit, { data: { meeting: meeting.id, eligible, digest }, actor: ctx.actor, at: now });
  });
}
