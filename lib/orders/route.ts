/**
 * One step of a default route (3.1.5). `first` opens it; `then` is A→B, `or` is A/B, `with` is A+B.
 * Exactly one of `unit`, `person` is set; `volunteers` stands for an offer.
 */
export interface RouteStep {
  join: 'first' | 'then' | 'or' | 'with';
  unit?: string;
  person?: string;
  volunteers?: true;
}

export interface Proposal {
  /** Who is preselected. Null when the route starts with volunteers or nobody is left. */
  handler: { unit: string } | { person: string } | null;
  /** The route starts with an offer to volunteers. */
  offer: boolean;
  /** `A+B`: named in the order and told. */
  with: RouteStep[];
  /** What the dispatcher may choose beside it. */
  alternatives: RouteStep[];
}

const handlerOf = (step: RouteStep): Proposal['handler'] =>
  step.unit ? { unit: step.unit } : step.person ? { person: step.person } : null;

/**
 * Reads a route: A first; B is proposed after a return, a release or an unclaimed offer (`fellThrough`).
 * `barred` are units and persons that may not get the order (subject of the complaint, declared tie, earlier handler).
 */
export function proposeHandler(
  steps: RouteStep[],
  fellThrough: boolean,
  barred: ReadonlySet<string> = new Set(),
): Proposal {
  const allowed = steps.filter((s) => !barred.has(s.unit ?? s.person ?? ''));
  const turnTo = fellThrough ? allowed.find((s) => s.join === 'then' && !s.volunteers) : undefined;
  const lead = turnTo ?? allowed.find((s) => s.join !== 'with') ?? allowed[0];
  if (!lead) return { handler: null, offer: false, with: [], alternatives: [] };
  return {
    handler: handlerOf(lead),
    offer: lead.volunteers === true,
    with: allowed.filter((s) => s.join === 'with' && s !== lead),
    alternatives: allowed.filter((s) => s !== lead && s.join !== 'with'),
  };
}

/** `A+B`: who is named beside the handler that was chosen. */
export const coHandlersOf = (
  steps: RouteStep[],
  chosen: { unitCode: string | null; personId: string | null },
): string[] =>
  steps
    .filter((step) => step.join === 'with')
    .map((step) => step.unit ?? step.person ?? 'volunteers')
    .filter((name) => name !== chosen.unitCode && name !== chosen.personId);
