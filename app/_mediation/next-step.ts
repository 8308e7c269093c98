import type { MediationDetail } from '@/lib/mediation/queries/get-mediation';
import { openStatuses, type Status } from '@/lib/mediation/status';
import type { StepName } from './step-fields';

export const isOpen = (status: Status): boolean => (openStatuses as readonly Status[]).includes(status);

/** The one step that the case waits for from this reader; null when it waits for somebody else, or for nothing. */
export function nextStep(found: MediationDetail): StepName | null {
  const may = (action: StepName) => found.abilities.includes(action);
  const [agreement] = found.agreements;
  if (may('seal')) return 'seal';
  if (may('sign') && found.parties.some((party) => party.signedAt === null)) return 'sign';
  if (found.status === 'in_session' && !agreement && may('write_agreement')) return 'write_agreement';
  if (found.status === 'agreed' && may('hold_session')) return 'hold_session';
  if (found.status === 'applied' && !found.proposed && may('propose_mediator') && found.you === 'secretary') {
    return 'propose_mediator';
  }
  if (found.status === 'settled' && may('check_performance')) return 'check_performance';
  return null;
}

/** Where a case stands in four words: consent, talks, agreement, performance. */
export function stonesOf(found: MediationDetail): { key: string; state: 'past' | 'now' | 'next' }[] {
  const reached: Record<Status, number> = {
    applied: 0,
    agreed: 1,
    in_session: found.agreements.length > 0 ? 2 : 1,
    settled: 3,
    broken: 3,
    performed: 4,
    failed: -1,
    withdrawn: -1,
    referred: -1,
  };
  const at = reached[found.status];
  return ['consent', 'talk', 'agreement', 'performance'].map((key, index) => ({
    key,
    state: index < at ? 'past' : index === at ? 'now' : 'next',
  }));
}
