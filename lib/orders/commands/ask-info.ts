import type { z } from 'zod';
import type { Context } from '@/lib/kernel/context';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { addClock } from '../clock-store';
import { needInfoDue } from '../clocks';
import { askInfoInput } from '../input';
import { takePhotos } from '../photos';
import { addNote, addPhotos } from '../store';
import type { OrderSummary } from '../view';

/** The dispatcher asks; the dispatch clock stops for at most 3 working days, then the clock closes it as `no_info`. */
export async function askInfo(ctx: Context, raw: z.input<typeof askInfoInput>): Promise<OrderSummary> {
  const input = parse(askInfoInput, raw);
  return act(ctx, 'ask_info', input, async ({ tx, order, now, calendar }) => {
    const due = needInfoDue(now, await calendar());
    const photos = await takePhotos(tx, order.id, input.photos);
    const note = await addNote(tx, order, {
      author: ctx.actor,
      byRequester: false,
      toResident: true,
      words: input.words,
      at: now,
    });
    await addPhotos(tx, order.id, order.lastSeq + 1, 'told', photos, now);
    await addClock(tx, order.id, order.lastSeq + 1, {
      kind: 'need_info',
      startedAt: now,
      dueAt: due.at,
      why: [...due.warnings, ...due.why],
    });
    return {
      to: 'need_info',
      set: { askedAt: now, needInfoUntil: due.at, dueAt: due.at, intakeAt: order.intakeAt ?? now },
      data: { note, until: due.at, ...(photos.length > 0 ? { photos: photos.map((p) => p.id) } : {}) },
    };
  });
}
