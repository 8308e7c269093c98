'use server';

import { splitOrder } from '@/lib/orders/commands/split-order';
import { splitInput } from '@/lib/orders/split-input';
import { defineAction } from '@/lib/transport/action';
import { runOrderForm } from '../order/answer';

/** 拆单, and dropping a part that is not needed: the same verb with other fields. */
export async function splitAction(form: FormData): Promise<void> {
  return runOrderForm('split', form, defineAction(splitInput, splitOrder));
}
