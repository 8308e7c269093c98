import type { Context } from '@/lib/kernel/context';
import { getSetting } from '@/lib/settings/queries/get-setting';

/** Where a person answers: the community's telephone, else 12345. Digits as they are dialled; null when neither is set. */
export const phoneOfPeople = async (ctx: Context): Promise<string | null> =>
  (await getSetting(ctx, 'phones.community')) ?? (await getSetting(ctx, 'phones.hotline'));

export interface EmergencyPhones {
  police: string | null;
  fire: string | null;
  medical: string | null;
  psych: string | null;
}

export async function emergencyPhones(ctx: Context): Promise<EmergencyPhones> {
  const [police, fire, medical, psych] = await Promise.all([
    getSetting(ctx, 'phones.police'),
    getSetting(ctx, 'phones.fire'),
    getSetting(ctx, 'phones.medical'),
    getSetting(ctx, 'phones.psych'),
  ]);
  return { police, fire, medical, psych };
}

/** A number as a link to dial. */
export const telHref = (phone: string): string => `tel:${phone.replace(/[\s-]/g, '')}`;
