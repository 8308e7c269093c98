import type { Brand } from '@/lib/kernel/brand';

/** One action of a case as data; the table of a slice is a record of these. `R` are the relations of that slice. */
export interface ActionRow<S extends string, R extends string, C extends string> {
  from: readonly S[];
  /** `same` leaves the state; a list is decided by what the action carries (e.g. passed or not). */
  to: 'same' | S | readonly (S | 'same')[];
  by: readonly R[];
  /** Relations that take the right away, whatever else one is. */
  never?: readonly R[];
  when?: readonly C[];
  event: string;
  /** Does not make another person's open page stale. */
  quiet?: true;
}

/** How an actor stands to one case, computed once. */
export interface CaseStanding<R extends string> {
  relations: ReadonlySet<R>;
  sees: boolean;
}

/** What a rule says no with: a stable reason, and the values of its sentence. */
export interface RuleRefusal {
  reason: string;
  params?: Record<string, string | number>;
}

export type CaseRefusal =
  | { kind: 'unseen' }
  | { kind: 'forbidden'; reason: string }
  | { kind: 'conflict'; reason: string }
  | ({ kind: 'rule' } & RuleRefusal);

/** Minted by `decide` alone; a store moves a case only for one. */
export type CasePermit<A extends string = string, R extends string = string> = Brand<
  { action: A; relation: R; from: string },
  'CasePermit'
>;

export type CaseDecision<A extends string, R extends string> =
  | { ok: true; permit: CasePermit<A, R> }
  | { ok: false; refusal: CaseRefusal };

/** The reasons of one slice, each with its sentence in the messages. */
export interface GuardReasons {
  forbidden: string;
  barred: string;
  notInState: string;
}

/**
 * The guard of one slice, made of its table and its named conditions. The same table gives the buttons, the REST
 * actions, the page of docs and the exhaustive test. Anything not in it is refused.
 */
export function guardOf<A extends string, S extends string, R extends string, C extends string, F>(
  reasons: GuardReasons,
  table: Record<A, ActionRow<S, R, C>>,
  conditions: Record<C, (facts: F) => RuleRefusal | null>,
) {
  const actions = Object.keys(table) as A[];

  /** Permission is looked at before state, and what an actor cannot see does not exist for them. */
  function decide(action: A, status: S, facts: F, standing: CaseStanding<R>): CaseDecision<A, R> {
    const no = (refusal: CaseRefusal): CaseDecision<A, R> => ({ ok: false, refusal });
    const row = table[action];
    if (!standing.sees) return no({ kind: 'unseen' });
    const relation = row.by.find((one) => standing.relations.has(one));
    if (!relation) return no({ kind: 'forbidden', reason: reasons.forbidden });
    if (row.never?.some((one) => standing.relations.has(one))) {
      return no({ kind: 'forbidden', reason: reasons.barred });
    }
    if (!row.from.includes(status)) return no({ kind: 'conflict', reason: reasons.notInState });
    for (const name of row.when ?? []) {
      const refused = conditions[name](facts);
      if (refused) return no({ kind: 'rule', ...refused });
    }
    return {
      ok: true,
      permit: { action, relation, from: status } as { action: A; relation: R; from: string } as CasePermit<A, R>,
    };
  }

  return {
    actions,
    decide,
    /** What this actor may do now: the buttons, sent with each record. */
    available: (status: S, facts: F, standing: CaseStanding<R>): A[] =>
      actions.filter((action) => decide(action, status, facts, standing).ok),
    /** The states that an action may lead to. */
    targetsOf(action: A, from: S): S[] {
      const { to } = table[action];
      return (Array.isArray(to) ? (to as readonly (S | 'same')[]) : [to as S | 'same']).map((one) =>
        one === 'same' ? from : one,
      );
    },
    isQuiet: (action: A): boolean => table[action].quiet === true,
    eventOf: (action: A): string => table[action].event,
  };
}
