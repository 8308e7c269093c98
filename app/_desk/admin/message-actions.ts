'use server';

import { resendDeliveries } from '@/lib/notices/commands/resend-deliveries';
import { resendMessages } from '@/lib/notices/commands/resend-messages';
import { testChannel } from '@/lib/notices/commands/test-channel';
import { resendInput, testChannelInput } from '@/lib/notices/input';
import { defineAction } from '@/lib/transport/action';
import { runAdminForm } from './answer';

export async function resendDeliveriesAction(form: FormData): Promise<void> {
  return runAdminForm('resend', form, defineAction(resendInput, resendDeliveries));
}

export async function resendMessagesAction(form: FormData): Promise<void> {
  return runAdminForm('resend', form, defineAction(resendInput, resendMessages));
}

export async function testChannelAction(form: FormData): Promise<void> {
  return runAdminForm('channel_test', form, defineAction(testChannelInput, testChannel));
}
