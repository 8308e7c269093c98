import { inArray } from 'drizzle-orm';
import { loadWorkingCalendar } from '@/lib/calendar/queries/load-working-calendar';
import { extendFinish } from '@/lib/calendar/rework';
import { minuteMs } from '@/lib/calendar/shanghai';
import { minutesPerWorkday, workingMsBetween } from '@/lib/calendar/working-time';
import { rfc3339 } from '@/lib/kernel/clock';
import type { Context } from '@/lib/kernel/context';
import { personNames } from '@/lib/people/queries/person-names';
import { getItem } from '@/lib/taxonomy/queries/get-item';
import { limitsOf, resumeDue, shiftForLay } from '../clocks';
import { decide } from '../decide';
import { orderFacts } from '../facts';
import { type ExtensionReason, extensionDays } from '../status';
import { resumeDays } from '../suspending';
import { orderNote } from '../tables';
import { readsAsResident, seesOnlyTheOffer } from '../view';
import { loadSeen } from './get-order';
import type { Named } from './holders-of';
import { openExtension, openSuspension } from './open-asks';

interface Asked {
  by: Named | null;
  askedAt: string;
}

/** What a handler asks for and what would come of it; times RFC 3339, days `YYYY-MM-DD`. */
export interface OrderAsks {
  finishBy: string | null;
  /** 延期: by whom it is decided, and the finish for each number of days that may be granted. */
  extension:
    | (Asked & {
        no: number;
        reason: ExtensionReason;
        days: number;
        words: string | null;
        street: boolean;
        options: { days: number; finishBy: string }[];
      })
    | null;
  /** 挂起 asked for, and the finish if it is suspended now and goes on then. */
  suspension: (Asked & { reason: string; plan: string | null; resumeOn: string; finishBy: string | null }) | null;
  /** 挂起: the finish if it goes on now. */
  running: { resumeOn: string; reason: string | null; plan: string | null; ifNow: string | null } | null;
  /** The extension that the handler may ask for next; `refusal` is why not now, a key below `reason`. */
  next: { no: number; days: number; street: boolean; refusal: string | null };
  /** On which days a suspension may end. */
  resumeDays: { from: string; to: string };
}

/**
 * What is asked for of one order, each with the time that it would lead to, so that nobody has to press to learn it. Null
 * for who reads as the resident. @throws not_found `order.not_found`
 */
export async function orderAsks(ctx: Context, input: { code: string }): Promise<OrderAsks | null> {
  const { order, standing } = await loadSeen(ctx, input.code);
  if (readsAsResident(standing) || seesOnlyTheOffer(standing)) return null;
  const now = ctx.now();
  const calendar = await loadWorkingCalendar(ctx.db);
  const { finish } = limitsOf(await getItem(ctx.db, order.itemCode), order.urgency);
  const [extension, asked, running] = [
    order.extensionAskedAt === null ? null : await openExtension(ctx.db, order.id),
    order.suspensionAskedAt === null ? null : await openSuspension(ctx.db, order.id, 'open'),
    order.status === 'suspended' ? await openSuspension(ctx.db, order.id) : null,
  ];
  const noteIds = [extension?.noteId, asked?.noteId, asked?.planId, running?.noteId, running?.planId];
  const wordsOf = await loadWords(ctx, noteIds);
  const people = [extension?.askedBy, asked?.askedBy].flatMap((id) => id ?? []);
  const names = await personNames(ctx.db, people);
  const nameOf = (id: string | null | undefined) => names.get(id ?? '') ?? null;
  const laid = (from: number, to: number): string | null =>
    order.finishBy === null
      ? null
      : rfc3339(shiftForLay(order.finishBy, finish, order.urgency, { from, to, with: 'suspension' }, calendar).at);
  const { finishBy } = order;
  const decision = decide('ask_extension', orderFacts(order, now, ctx.actor), standing);
  const isLate = finishBy === null || workingMsBetween(now, finishBy, calendar) < minutesPerWorkday * minuteMs;
  return {
    finishBy: finishBy === null ? null : rfc3339(finishBy),
    extension: extension && {
      by: nameOf(extension.askedBy),
      askedAt: rfc3339(extension.askedAt),
      no: extension.no,
      reason: extension.reason,
      days: extension.days,
      words: wordsOf(extension.noteId),
      street: extension.no > 1,
      options:
        finishBy === null
          ? []
          : Array.from({ length: extension.days }, (_, i) => extension.days - i).map((days) => ({
              days,
              finishBy: rfc3339(extendFinish(finishBy, days, calendar).at),
            })),
    },
    suspension: asked && {
      by: nameOf(asked.askedBy),
      askedAt: rfc3339(asked.askedAt ?? now),
      reason: wordsOf(asked.noteId) ?? '',
      plan: wordsOf(asked.planId),
      resumeOn: asked.resumeOn,
      finishBy: laid(now, resumeDue(asked.resumeOn, finish, order.urgency, calendar).at),
    },
    running: running && {
      resumeOn: running.resumeOn,
      reason: wordsOf(running.noteId),
      plan: wordsOf(running.planId),
      ifNow: laid(order.suspendedAt ?? now, now),
    },
    next: {
      no: order.extensionCount + 1,
      days: extensionDays[order.extensionCount] ?? 0,
      street: order.extensionCount > 0,
      refusal: !decision.ok
        ? decision.refusal.kind === 'rule'
          ? decision.refusal.reason
          : 'order.not_in_state'
        : isLate
          ? 'order.extension_too_late'
          : null,
    },
    resumeDays: resumeDays(now),
  };
}

async function loadWords(
  ctx: Context,
  ids: readonly (string | null | undefined)[],
): Promise<(id: string | null | undefined) => string | null> {
  const wanted = ids.flatMap((id) => id ?? []);
  const rows =
    wanted.length === 0
      ? []
      : await ctx.db
          .select({ id: orderNote.id, words: orderNote.words })
          .from(orderNote)
          .where(inArray(orderNote.id, wanted));
  const words = new Map(rows.map((row) => [row.id, row.words]));
  return (id) => words.get(id ?? '') ?? null;
}
