'use server';

import {
  grantExtensionInput,
  refuseExtensionInput,
  refuseSuspensionInput,
  resumeInput,
  suspendInput,
} from '@/lib/orders/clock-input';
import { grantExtension } from '@/lib/orders/commands/grant-extension';
import { refuseExtension } from '@/lib/orders/commands/refuse-extension';
import { refuseSuspension } from '@/lib/orders/commands/refuse-suspension';
import { resumeOrder } from '@/lib/orders/commands/resume-order';
import { suspendOrder } from '@/lib/orders/commands/suspend-order';
import { defineAction } from '@/lib/transport/action';
import { runOrderForm } from './answer';

export async function grantAction(form: FormData): Promise<void> {
  return runOrderForm('grant', form, defineAction(grantExtensionInput, grantExtension));
}

export async function refuseAction(form: FormData): Promise<void> {
  return runOrderForm('refuse', form, defineAction(refuseExtensionInput, refuseExtension));
}

export async function suspendAction(form: FormData): Promise<void> {
  return runOrderForm('suspend', form, defineAction(suspendInput, suspendOrder));
}

export async function refuseSuspensionAction(form: FormData): Promise<void> {
  return runOrderForm('refuse_suspension', form, defineAction(refuseSuspensionInput, refuseSuspension));
}

export async function resumeAction(form: FormData): Promise<void> {
  return runOrderForm('resume', form, defineAction(resumeInput, resumeOrder));
}
