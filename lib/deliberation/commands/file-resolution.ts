import type { z } from 'zod';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { act } from '../act';
import { fileInput } from '../input';
import { move } from '../store';
import type { DeliberationSummary } from '../view';

/** 备案: with which unit, when, under which number. @throws rule a day that is still to come */
export async function fileResolution(ctx: Context, raw: z.input<typeof fileInput>): Promise<DeliberationSummary> {
  const input = parse(fileInput, raw);
  return act(ctx, 'file', input, ({ tx, row, permit, now }) => {
    if (input.on > shanghaiDate(now)) throw new DomainError('rule', 'deliberation.day_to_come');
    return move(tx, row, permit, {
      set: { filedUnit: input.unit, filedOn: input.on, filingNo: input.receiptNo },
      data: { on: input.on },
      actor: ctx.actor,
      at: now,
    });
  });
}
