import { eq } from 'drizzle-orm';
import { eventAt } from '@/lib/casework/store';
import type { Context } from '@/lib/kernel/context';
import { listRoleHolders } from '@/lib/people/queries/list-role-holders';
import type { MediationEventType } from './events';
import { partiesOf } from './facts';
import { caseKind } from './store';
import { mediation } from './tables';

type Told = 'parties' | 'mediator' | 'proposed' | 'secretary';

/** What each event tells to whom inside the case; what is not here is told to nobody. */
const told: Partial<Record<MediationEventType, readonly Told[]>> = {
  'mediation.opened': ['parties'],
  'mediation.mediator_proposed': ['parties', 'mediator', 'proposed'],
  'mediation.consented': ['mediator', 'secretary'],
  'mediation.session_held': ['parties'],
  'mediation.agreement_written': ['parties'],
  'mediation.settled': ['parties', 'mediator'],
  'mediation.refused': ['parties', 'mediator', 'secretary'],
  'mediation.failed': ['parties', 'mediator', 'secretary'],
  'mediation.withdrawn': ['parties', 'mediator'],
  'mediation.referred': ['parties', 'mediator', 'secretary'],
};

export interface MediationNotice {
  personIds: string[];
  /** Message key below `notice.kind`: it says that something happened, and nothing of what. */
  kind: string;
  code: string;
  dedupe: string;
  at: number;
}

/** Tells those inside the case, and nobody else, that it went on (15). @param tell writes the lines of their inboxes */
export async function tellOfMediation(
  ctx: Context,
  topic: string,
  { caseId, seq }: { caseId: string; seq: number },
  tell: (notice: MediationNotice) => Promise<void>,
): Promise<void> {
  const to = told[topic as MediationEventType] ?? [];
  const [row] = await ctx.db.select().from(mediation).where(eq(mediation.id, caseId));
  const event = await eventAt(ctx.db, caseKind, caseId, seq);
  if (!row || !event) return;
  const people = new Set<string>();
  if (to.includes('parties')) for (const one of await partiesOf(ctx.db, row.id)) people.add(one.personId ?? '');
  if (to.includes('mediator')) people.add(row.mediatorId ?? '');
  if (to.includes('proposed')) people.add(row.proposedMediatorId ?? '');
  if (to.includes('secretary')) {
    const holders = await listRoleHolders(ctx, { role: 'secretary', areaCodes: [row.communityCode] });
    for (const { personId } of holders) people.add(personId);
  }
  // Nobody is told of what they did themselves.
  const personIds = [...people].filter((id) => id !== '' && id !== event.actor);
  if (personIds.length === 0) return;
  await tell({ personIds, kind: topic, code: row.code, dedupe: `${topic}:${row.id}:${seq}`, at: event.at });
}
