import type { z } from 'zod';
import { dateOfDay, dayNumber } from '@/lib/calendar/shanghai';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { correctInput, publishInput } from '../input';
import { packOf } from '../rule-packs';
import { addText, move } from '../store';
import { nextText } from '../texts';
import type { DeliberationSummary } from '../view';

/** The last day of a notice period that begins today; the day of publication is day 0. */
const noticeEnd = (now: number, days: number): string => dateOfDay(dayNumber(now) + days);

/** 决议公开: the numbered points become public and the notice period begins. */
export async function publishResolution(ctx: Context, raw: z.input<typeof publishInput>): Promise<DeliberationSummary> {
  const input = parse(publishInput, raw);
  return act(ctx, 'publish', input, async ({ tx, row, permit, now }) => {
    const text = await nextText(tx, row.id, 'resolution', input, { byId: actorKey(ctx.actor), at: now });
    await addText(tx, text);
    const noticeUntil = noticeEnd(now, packOf(row.packId).publicDays);
    return move(tx, row, permit, {
      set: { publishedAt: now, noticeUntil },
      data: { version: text.version, sha256: text.sha256, noticeUntil },
      actor: ctx.actor,
      at: now,
    });
  });
}

/**
 * A published resolution is never edited: a version with its reason stands beside the one before, and while it is not
 * carried out yet its notice period begins anew.
 */
export async function correctResolution(ctx: Context, raw: z.input<typeof correctInput>): Promise<DeliberationSummary> {
  const input = parse(correctInput, raw);
  return act(ctx, 'correct', input, async ({ tx, row, permit, now }) => {
    const text = await nextText(tx, row.id, 'resolution', input, { byId: actorKey(ctx.actor), at: now });
    await addText(tx, text);
    const noticeUntil =
      row.status === 'publish_resolution' ? noticeEnd(now, packOf(row.packId).publicDays) : (row.noticeUntil ?? '');
    return move(tx, row, permit, {
      set: { noticeUntil },
      data: { version: text.version, sha256: text.sha256, noticeUntil },
      actor: ctx.actor,
      at: now,
    });
  });
}
