'use server';

import { redirect } from 'next/navigation';
import type { Context } from '@/lib/kernel/context';
import { claimOrder } from '@/lib/orders/commands/claim-order';
import { contactRequester } from '@/lib/orders/commands/contact-requester';
import { declareOrderTie } from '@/lib/orders/commands/declare-order-tie';
import { releaseOrder } from '@/lib/orders/commands/release-order';
import { returnOrder } from '@/lib/orders/commands/return-order';
import { signOrder } from '@/lib/orders/commands/sign-order';
import { contactInput, plainActionInput, releaseInput, returnInput, tieInput } from '@/lib/orders/input';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { defineAction } from '@/lib/transport/action';
import { untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { dropKept } from '../_shell/kept';
import { answerForm, readWorkForm, refusedAt, signInFirst } from './answer-form';
import { keepWork } from './keep-work';
import { isTaskSide, sides, type TaskSide } from './sides';

const sideOf = (form: FormData): TaskSide => {
  const side = form.get('side');
  return isTaskSide(side) ? side : 'handle';
};

const claim = defineAction(plainActionInput, claimOrder);

/** Whether an order is in the actor's own hands: claimed in another tab, say, it was taken by nobody else. */
async function isOwn(ctx: Context, code: string): Promise<boolean> {
  const { items } = await listOrders(ctx, { view: 'mine', q: code, limit: 5 });
  return items.some((order) => order.code === code);
}

/**
 * 接单. The winner goes to the task; who comes second goes back to the pool with a friendly word, and the card is gone.
 * Anything else (three are open already) is said in the pool, where other cards can still be looked at.
 */
export async function claimAction(form: FormData): Promise<void> {
  const work = readWorkForm('volunteer', 'claim', form);
  const ctx = await currentContext();
  if (ctx.actor.kind !== 'person') redirect(await signInFirst(ctx, work, work.page, formFields(form)));
  const state = await claim(untouched, form);
  if (state.ok) {
    await dropKept(ctx, work.code);
    redirect(`${work.page}?done=claim`);
  }
  if (state.reason === 'order.already_claimed')
    redirect((await isOwn(ctx, work.code)) ? work.page : '/volunteer?taken=1');
  await keepWork(ctx, { about: 'pool', form: 'claim', typed: {}, state });
  redirect(refusedAt('/volunteer', 'claim'));
}

/** 签收. */
export async function signAction(form: FormData): Promise<void> {
  const work = readWorkForm(sideOf(form), 'sign', form);
  const to = { done: () => `${work.page}?done=sign` };
  return answerForm(work, form, defineAction(plainActionInput, signOrder), to);
}

/** 联系居民: how, and whether anybody answered. */
export async function contactAction(form: FormData): Promise<void> {
  const work = readWorkForm(sideOf(form), 'contact', form);
  const to = { done: () => `${work.page}?done=contact` };
  return answerForm(work, form, defineAction(contactInput, contactRequester), to);
}

/** 让单: back into the pool; with the tick it is also declared as theirs or their family's, and comes to them no more. */
export async function releaseAction(form: FormData): Promise<void> {
  const work = readWorkForm('volunteer', 'release', form);
  const done = () => `${sides.volunteer.list}?done=${form.get('tie') === 'true' ? 'tie' : 'release'}`;
  return answerForm(work, form, defineAction(releaseInput, releaseOrder), { done });
}

/** 申请回避 by a verifier: the order leaves their list, and is left to somebody else. */
export async function tieAction(form: FormData): Promise<void> {
  const work = readWorkForm('verify', 'tie', form);
  return answerForm(work, form, defineAction(tieInput, declareOrderTie), { done: () => '/verify?done=tie' });
}

/** 退单 by a staff handler. */
export async function returnAction(form: FormData): Promise<void> {
  const work = readWorkForm('handle', 'return', form);
  const to = { done: () => `${sides.handle.list}?done=return` };
  return answerForm(work, form, defineAction(returnInput, returnOrder), to);
}
