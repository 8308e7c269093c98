import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import type { Act, Change } from './act';
import { type Living, nextRung, type Rung, type Staff } from './ladder';
import type { Colour, Ground } from './status';
import { replyDue, strongest } from './supervision';
import { addTold, insertNotice, moveNotice, type NoticeRow } from './supervision-store';

interface Telling {
  told: string[];
  unnamed: string[];
}

/** Who beside the owner is told, and of whom the number is kept. */
const telling = (people: readonly Living[], owner: string | null): Telling => {
  const others = people.filter(({ personId }) => personId !== owner);
  return {
    told: [...new Set(others.filter(({ named }) => named).map(({ personId }) => personId))],
    unnamed: [...new Set(people.filter(({ named }) => !named).map(({ personId }) => personId))],
  };
};

/** Keeps who is told on a rung, and on the one above it that a red notice is copied to (3.5). */
async function tell({ tx, now }: Act, noticeId: string, rung: Rung | null, copy: Rung | null): Promise<Living[]> {
  const people: Living[] = [];
  for (const one of [rung, copy]) {
    if (!one) continue;
    const all = [one.owner, ...one.beside];
    await addTold(tx, noticeId, one.step, all, now);
    people.push(...all);
  }
  return people;
}

/** One numbered notice to the owner of `rung`, as a change of the order; red is copied to the next level. */
export async function issue(
  ctx: Context,
  act: Act,
  staff: Staff,
  say: { ground: Ground; key: string; colour: Colour; rung: Rung | null; words?: string; replyBy?: number },
): Promise<Change<'supervise'>> {
  const { tx, order, now } = act;
  const { ground, key, colour, rung } = say;
  const replyBy = say.replyBy ?? replyDue(colour, order.urgency, now, await act.calendar());
  const owner = rung?.owner.personId ?? null;
  const notice = await insertNotice(tx, order, {
    orderId: order.id,
    ground,
    key,
    colour,
    ownerId: owner,
    step: rung?.step ?? null,
    issuedBy: actorKey(ctx.actor),
    words: say.words ?? null,
    issuedAt: now,
    replyBy,
    climbs: 0,
  });
  const copy = colour === 'red' && rung ? nextRung(order.status, rung.step, staff) : null;
  const people = await tell(act, notice.id, rung, copy);
  return {
    to: order.status,
    set: { colour: strongest([colour, ...(order.colour ? [order.colour] : [])]) },
    data: {
      notice: notice.code,
      colour,
      ground,
      owner,
      step: rung?.step ?? null,
      ...telling(people, owner),
      replyBy,
      how: 'issued',
    },
  };
}

/**
 * A notice goes up to `rung`, or stays with its owner where nobody lives above and is told again. What was blue until then
 * fell behind a step and goes on yellow.
 */
export async function goUp(act: Act, seen: NoticeRow, rung: Rung | null, staff: Staff): Promise<Change<'supervise'>> {
  const { tx, order, now } = act;
  const colour: Colour = seen.colour === 'red' ? 'red' : 'yellow';
  const replyBy = replyDue(colour, order.urgency, now, await act.calendar());
  const to = rung ?? stay(seen, staff);
  const ownerId = to?.owner.personId ?? null;
  const step = to?.step ?? seen.step;
  const row = await moveNotice(tx, seen, { ownerId, step, replyBy, colour, climbs: seen.climbs + 1 });
  const copy = colour === 'red' && to ? nextRung(order.status, to.step, staff) : null;
  const people = await tell(act, row.id, to, copy);
  return {
    to: order.status,
    set: { colour: strongest([colour, ...(order.colour ? [order.colour] : [])]) },
    data: {
      notice: row.code,
      colour,
      ground: row.ground,
      owner: ownerId,
      step,
      ...telling(people, ownerId),
      replyBy,
      how: 'up',
    },
  };
}

function stay({ ownerId, step }: NoticeRow, staff: Staff): Rung | null {
  if (step === null) return null;
  const owner = staff[step].find(({ personId }) => personId === ownerId);
  return owner ? { step, owner, beside: [] } : null;
}

/** The day named in the answer has come and the order is still open: its owner answers anew. */
export async function askAgain(act: Act, seen: NoticeRow): Promise<Change<'supervise'>> {
  const { tx, order, now } = act;
  const { colour, ownerId, ground, step } = seen;
  const replyBy = replyDue(colour, order.urgency, now, await act.calendar());
  const row = await moveNotice(tx, seen, { repliedAt: null, checkAt: null, replyBy });
  return {
    to: order.status,
    set: { colour: strongest([colour, ...(order.colour ? [order.colour] : [])]) },
    data: { notice: row.code, colour, ground, owner: ownerId, step, told: [], unnamed: [], replyBy, how: 'again' },
  };
}
