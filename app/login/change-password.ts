'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { DomainError } from '@/lib/kernel/errors';
import { changePassword } from '@/lib/people/commands/change-password';
import { changePasswordInput } from '@/lib/people/input';
import { defineAction } from '@/lib/transport/action';
import type { ActionState } from '@/lib/transport/action-state';

const form = changePasswordInput.extend({ passwordAgain: z.string().max(200).optional() });

const change = defineAction(form, async (ctx, { passwordAgain, ...input }) => {
  // What was typed twice must agree before it becomes the only way in.
  if (passwordAgain !== input.next) throw new DomainError('invalid', 'password.not_repeated');
  await changePassword(ctx, input);
  return undefined;
});

/** Changes one's own password; every other session of this person ends. No password comes back into the form. */
export async function changePasswordAction(before: ActionState, sent: FormData): Promise<ActionState> {
  const state = await change(before, sent);
  if (state.ok) redirect('/password?done=1');
  return state;
}
