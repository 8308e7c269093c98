'use server';

import { redirect } from 'next/navigation';
import { signOut } from '@/lib/people/commands/sign-out';
import { currentContext, forgetSession } from '@/lib/transport/session';

/** Ends this browser's session, on the server first, and goes home. */
export async function signOutAction(): Promise<void> {
  await signOut(await currentContext());
  await forgetSession();
  redirect('/');
}
