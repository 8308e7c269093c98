'use server';

import { passOrder } from '@/lib/orders/commands/pass-order';
import { reworkOrder } from '@/lib/orders/commands/rework-order';
import { passInput, reworkInput } from '@/lib/orders/input';
import { defineAction } from '@/lib/transport/action';
import { currentContext } from '@/lib/transport/session';
import { answerForm, readWorkForm } from '../_work/answer-form';
import { loadQueue, placeInQueue } from '../_work/queue';

/** After a decision the deck goes on: to the next order, with a word about the one just decided above it. */
async function onward(code: string): Promise<string> {
  const ctx = await currentContext();
  if (ctx.actor.kind !== 'person') return '/verify';
  const { next } = placeInQueue(await loadQueue({ ...ctx, actor: ctx.actor }), code);
  return next ? `/verify/o/${next}?of=${code}` : `/verify?of=${code}`;
}

/** 验单通过, with a waiver where a piece is missing. */
export async function passAction(form: FormData): Promise<void> {
  const work = readWorkForm('verify', 'pass', form);
  return answerForm(work, form, defineAction(passInput, passOrder), { done: () => onward(work.code) });
}

/** 验单退回, with its reason and ten characters or more. */
export async function reworkAction(form: FormData): Promise<void> {
  const work = readWorkForm('verify', 'rework', form);
  return answerForm(work, form, defineAction(reworkInput, reworkOrder), { done: () => onward(work.code) });
}
