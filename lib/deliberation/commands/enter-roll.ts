import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { namesByPerson } from '@/lib/people/queries/names-by-person';
import { personsByLogin } from '@/lib/people/queries/persons-by-login';
import { act } from '../act';
import { replaceRoll } from '../ballot-store';
import { heldMeeting } from '../facts';
import { rollInput } from '../input';
import { move } from '../store';
import type { DeliberationSummary } from '../view';

/** A name without the blanks that two characters are set apart with. */
const bare = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

/**
 * Writes who is entitled to vote in the meeting that was called; as often as needed, until the roll is frozen.
 * @throws rule an account that is not there, stands twice, or is somebody else's than the name beside it
 */
export async function enterRoll(ctx: Context, raw: z.input<typeof rollInput>): Promise<DeliberationSummary> {
  const input = parse(rollInput, raw);
  return act(ctx, 'enter_roll', input, async ({ tx, row, permit, now }) => {
    const meeting = await heldMeeting(tx, row);
    const logins = input.seats.flatMap((seat) => seat.account ?? []);
    const persons = await personsByLogin(tx, logins);
    if (new Set(logins).size < logins.length) throw new DomainError('rule', 'deliberation.account_twice');
    const unknown = logins.find((login) => !persons.has(login));
    if (unknown !== undefined) {
      throw new DomainError('rule', 'deliberation.account_unknown', { params: { account: unknown } });
    }
    const names = await namesByPerson(tx, [...persons.values()]);
    const other = input.seats.find(({ name, account = '' }) => {
      const personId = persons.get(account);
      return personId !== undefined && bare(names.get(personId) ?? '') !== bare(name);
    });
    if (other) {
      throw new DomainError('rule', 'deliberation.account_other_name', {
        params: { account: other.account ?? '', name: other.name },
      });
    }
    await replaceRoll(
      tx,
      meeting.id,
      input.seats.map(({ name, seat, account }) => ({
        name,
        seat,
        personId: account === undefined ? null : (persons.get(account) ?? null),
      })),
    );
    return move(tx, row, permit, {
      data: { meeting: meeting.id, size: input.seats.length },
      actor: ctx.actor,
      at: now,
    });
  });
}
