import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { findHandler } from '@/lib/people/queries/find-handler';
import type { RuleDraft } from './input';
import { findFaults } from './queries/find-faults';

/** The field of the form and of the body that a fault belongs to. */
const fieldOf = (part: string, draft: RuleDraft): string =>
  part === 'target' ? `effect.target.${'unit' in draft.effect.target ? 'unit' : 'person'}` : `conditions.${part}`;

/**
 * A rule as it may be stored: a person is kept by id, whatever account they were named by, and nothing in it is unknown.
 * @throws invalid `routing.names_unknown` with each unknown value at its field
 */
export async function checkedDraft(tx: Tx, communityCode: string, said: RuleDraft, now: number): Promise<RuleDraft> {
  const draft = await withPersonId(tx, said, now);
  const [faults = []] = await findFaults(tx, communityCode, [draft], now);
  if (faults.length === 0) return draft;
  throw new DomainError('invalid', 'routing.names_unknown', {
    issues: faults.map(({ part, key, params }) => {
      const reason = key.replace(/^reason\./, '');
      return { path: fieldOf(part, draft), reason, message: reason, params };
    }),
  });
}

async function withPersonId(tx: Tx, draft: RuleDraft, now: number): Promise<RuleDraft> {
  const { effect } = draft;
  if (!('person' in effect.target)) return draft;
  const found = await findHandler(tx, effect.target, shanghaiDate(now));
  return found?.personId ? { ...draft, effect: { ...effect, target: { person: found.personId } } } : draft;
}
