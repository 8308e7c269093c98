import { shanghaiDate, startOfDay } from '@/lib/calendar/shanghai';
import { DomainError } from '@/lib/kernel/errors';
import type { PartyRow } from './facts';
import type { Relation } from './relation';
import type { SaidWay } from './status';

/** A day that is written down afterwards. @throws rule it has not come yet, or lies before `notBefore` */
export function pastDay(on: string, now: number, notBefore?: string | null): string {
  if (on > shanghaiDate(now)) throw new DomainError('rule', 'mediation.day_to_come');
  if (notBefore && on < notBefore)
    throw new DomainError('rule', 'mediation.day_too_early', { params: { on: notBefore } });
  return on;
}

/** Number `ordinal` of the parties. @throws rule there is none */
export function partyNumber(parties: readonly PartyRow[], ordinal: number): PartyRow {
  const party = parties.find((one) => one.ordinal === ordinal);
  if (!party) throw new DomainError('rule', 'mediation.no_such_party');
  return party;
}

export interface Said {
  how: SaidWay;
  on: string;
  at: number;
}

/**
 * What a party said of itself, or what the secretary enters of it with the day and how it was said.
 * @throws forbidden a party speaks for itself alone · rule the secretary did not say how and when
 */
export function saidBy(
  relation: Relation,
  own: number | null,
  input: { party: number; how?: Exclude<SaidWay, 'account'> | undefined; on?: string | undefined },
  now: number,
): Said {
  if (relation === 'party') {
    if (own !== input.party) throw new DomainError('forbidden', 'mediation.own_word_only');
    return { how: 'account', on: shanghaiDate(now), at: now };
  }
  if (input.how === undefined || input.on === undefined) throw new DomainError('rule', 'mediation.how_and_when');
  const on = pastDay(input.on, now);
  return { how: input.how, on, at: Math.min(now, startOfDay(on)) };
}
