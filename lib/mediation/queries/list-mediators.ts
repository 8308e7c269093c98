import type { Context } from '@/lib/kernel/context';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { mediatingRoles } from '../policy';

export interface MediatorChoice {
  personId: string;
  name: { zh: string; en: string };
  householdCode: string | null;
  /** Of the 五老; else of the committee. */
  isElder: boolean;
}

/** Who mediates in a community today: its mediators, and the secretary for the committee (19). Each once, by name. */
export async function listMediators(
  ctx: Pick<Context, 'db' | 'now'>,
  { community }: { community: string },
): Promise<MediatorChoice[]> {
  const found = new Map<string, MediatorChoice>();
  for (const role of mediatingRoles) {
    for (const holder of await listRoleHolders(ctx, { role, areaCodes: [community] })) {
      if (found.has(holder.personId)) continue;
      const { personId, name, nameEn, householdCode } = holder;
      found.set(personId, {
        personId,
        name: { zh: name, en: nameEn ?? name },
        householdCode,
        isElder: role === 'mediator',
      });
    }
  }
  return [...found.values()];
}
