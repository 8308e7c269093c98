'use server';

import { escalateOrder } from '@/lib/orders/commands/escalate-order';
import { signExplanation } from '@/lib/orders/commands/sign-explanation';
import { transferOrder } from '@/lib/orders/commands/transfer-order';
import { escalateInput, signExplanationInput, transferInput } from '@/lib/orders/street-input';
import { defineAction } from '@/lib/transport/action';
import { runOrderForm } from './answer';

export async function transferAction(form: FormData): Promise<void> {
  return runOrderForm('transfer', form, defineAction(transferInput, transferOrder));
}

export async function escalateAction(form: FormData): Promise<void> {
  return runOrderForm('escalate', form, defineAction(escalateInput, escalateOrder));
}

export async function signAction(form: FormData): Promise<void> {
  return runOrderForm('sign', form, defineAction(signExplanationInput, signExplanation));
}
