import { grantMembership } from '@/lib/people/commands/grant-membership';
import { loadAreas } from '@/lib/places/commands/load-areas';
import type { Community } from './community';

/** 西朱 of the same street, with two cells of its own and a dispatcher of 坡里's people. */
export const otherCommunity = '320371003209';
export const otherCell = `${otherCommunity}001`;

/** Divides it into cells; `dispatcher` null leaves its desk empty. */
export async function addOtherCommunity(c: Community, dispatcher: string | null = 'tangyue'): Promise<void> {
  const cells = ['001', '002'].map((number) => ({
    code: otherCommunity + number,
    parentCode: otherCommunity,
    kind: 'grid_cell' as const,
    nameZh: `西朱第${number}网格`,
    nameEn: `Xizhu cell ${number}`,
  }));
  await loadAreas(c.ctx(), { areas: cells });
  if (dispatcher === null) return;
  await grantMembership(await c.as('admin'), {
    personId: c.idOf(dispatcher),
    role: 'dispatcher',
    areaCode: otherCommunity,
    validFrom: '2024-01-01',
  });
}
