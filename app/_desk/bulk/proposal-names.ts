import type { Locale } from '@/components/preferences';
import type { SelectOption } from '@/components/text-fields';
import { isDomainError } from '@/lib/kernel/errors';
import { getOrder } from '@/lib/orders/queries/get-order';
import { listCandidates } from '@/lib/orders/queries/list-candidates';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import { listUnits } from '@/lib/people/queries/list-units';
import { listCells } from '@/lib/places/queries/list-cells';
import type { StaffContext } from '../../_shell/enter';
import { nameIn, rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { workAreas } from '../own-work';

interface Line {
  code: string;
  version: number;
  words: string;
  /** Null where nobody is proposed. */
  to: string | null;
}

/** Each chosen order with whom it would go to now; those that cannot be dispatched are told apart by their numbers. */
export async function proposalNames(ctx: StaffContext, codes: string[], locale: Locale, t: Translate) {
  const open: Line[] = [];
  const closed: string[] = [];
  for (const code of codes) {
    const order = await getOrder(ctx, { code }).catch((error: unknown) => {
      if (isDomainError(error)) return null;
      throw error;
    });
    if (!order?.abilities?.includes('assign') || order.status !== 'submitted') {
      closed.push(code);
      continue;
    }
    const { items, offer } = await listCandidates(ctx, { code });
    const first = items.find((candidate) => candidate.preselected);
    const to = offer ? t('desk.dispatch.offer') : first ? nameIn(locale, first.name) : null;
    open.push({ code, version: order.version, words: order.words ?? '', to });
  }
  return { open, closed, recipients: await recipientsOf(ctx, locale, t) };
}

async function recipientsOf(ctx: StaffContext, locale: Locale, t: Translate): Promise<SelectOption[]> {
  const areas = workAreas(ctx.actor);
  const cells = (await Promise.all(areas.map((communityCode) => listCells(ctx, { communityCode })))).flat();
  const [people, units] = await Promise.all([
    listRoleHolders(ctx, { role: 'grid_worker', areaCodes: cells.map(({ code }) => code) }),
    listUnits(ctx),
  ]);
  return [
    ...people.map((person) => ({
      value: `person:${person.personId}`,
      label: locale === 'en' ? (person.nameEn ?? person.name) : person.name,
      group: t('desk.dispatch.grid_workers'),
    })),
    ...units
      .filter((unit) => unit.areas.some((code) => areas.some((own) => own.startsWith(code) || code.startsWith(own))))
      .map((unit) => ({ value: `unit:${unit.code}`, label: rowName(locale, unit), group: t('desk.dispatch.units') })),
  ];
}
