'use server';

import { callUnits } from '@/lib/orders/commands/call-units';
import { escalateOrder } from '@/lib/orders/commands/escalate-order';
import { noteUnitArrival } from '@/lib/orders/commands/note-unit-arrival';
import { signExplanation } from '@/lib/orders/commands/sign-explanation';
import { transferOrder } from '@/lib/orders/commands/transfer-order';
import {
  callUnitsInput,
  escalateInput,
  signExplanationInput,
  transferInput,
  unitArrivalInput,
} from '@/lib/orders/street-input';
import { defineAction } from '@/lib/transport/action';
import { shanghaiInstant } from '../shift-times';
import { reshaped, runOrderForm } from './answer';

export async function transferAction(form: FormData): Promise<void> {
  return runOrderForm('transfer', form, defineAction(transferInput, transferOrder));
}

export async function escalateAction(form: FormData): Promise<void> {
  return runOrderForm('escalate', form, defineAction(escalateInput, escalateOrder));
}

export async function signAction(form: FormData): Promise<void> {
  return runOrderForm('sign', form, defineAction(signExplanationInput, signExplanation));
}

const inShanghai = (form: FormData, name: string) =>
  reshaped(form, { [name]: shanghaiInstant(String(form.get(name) ?? '')) || null });

export async function callUnitsAction(form: FormData): Promise<void> {
  const sent = inShanghai(form, 'arriveBy');
  return runOrderForm('whistle', form, defineAction(callUnitsInput, callUnits), sent);
}

export async function unitArrivalAction(form: FormData): Promise<void> {
  const sent = inShanghai(form, 'arrivedAt');
  return runOrderForm('arrival', form, defineAction(unitArrivalInput, noteUnitArrival), sent);
}
