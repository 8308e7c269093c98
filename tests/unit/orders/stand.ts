import type { Actor, Membership, PersonActor, Role } from '@/lib/kernel/context';
import type { OrderFacts } from '@/lib/orders/conditions';
import { type Standing, type StandingFacts, type StandingOrder, standingOf } from '@/lib/orders/policy';
import type { Relation } from '@/lib/orders/relation';
import type { State } from '@/tests/support/expected-matrix';

export const now = Date.parse('2024-01-15T08:20:00+08:00');
const hour = 3_600_000;
const [zone, street, community, cell] = ['320371', '320371003', '320371003208', '320371003208005'];
const me = 'person-1';

interface Block {
  memberships?: Membership[];
  person?: Partial<PersonActor>;
  order?: Partial<StandingOrder>;
  facts?: Partial<StandingFacts>;
}

const member = (role: Role, areaCode: string, unitCode: string | null = null): Membership => ({
  role,
  areaCode,
  unitCode,
  partyOrgCode: null,
});

/** What makes each relation true, and nothing else; they add up. `system` is no person. */
export const blocks: Record<Exclude<Relation, 'system'> | 'kin', Block> = {
  requester: { order: { requesterId: me } },
  proxy: { order: { proxyId: me } },
  dispatcher: { memberships: [member('dispatcher', community)] },
  hall: { memberships: [member('hall_clerk', community)] },
  cell_staff: { memberships: [member('grid_worker', cell)] },
  candidate: {
    memberships: [member('volunteer', cell)],
    facts: { offer: { cells: [cell], skills: ['driving'] }, volunteer: { skills: ['driving', 'legal'], adult: true } },
  },
  assignee: { order: { assigneePerson: me } },
  handled: { facts: { parts: new Set(['handled']) } },
  verifier: { person: { verifiesCells: [cell] } },
  verified: { facts: { parts: new Set(['verified']) } },
  subject: { memberships: [member('unit_staff', community, 'COMPLAINED')], order: { aboutUnit: 'COMPLAINED' } },
  secretary: { memberships: [member('secretary', community)] },
  // Over its finish; asked about and handed in before that, which counts in the states where it does.
  street: {
    memberships: [member('street_officer', street)],
    order: {
      finishBy: now - hour,
      askedAt: now - 2 * hour,
      evidenceAt: now - 2 * hour,
      suspendedAt: now - 2 * hour,
    },
  },
  supervisor: { memberships: [member('supervisor', street)] },
  auditor: { memberships: [member('audit_admin', zone)] },
  kin: { person: { householdCode: `${cell}-05-2-302` }, order: { requesterHousehold: `${cell}-05-2-302` } },
};

const over: readonly State[] = ['closed', 'declined', 'merged', 'withdrawn'];

export function orderIn(state: State, sealed: boolean, more: Partial<StandingOrder> = {}): StandingOrder {
  return {
    id: 'order-1',
    status: state,
    level: 'community',
    zoneCode: zone,
    streetCode: street,
    communityCode: community,
    cellCode: cell,
    requesterId: null,
    requesterHousehold: null,
    wholeRequesterId: null,
    proxyId: null,
    aboutUnit: null,
    aboutCommunity: null,
    assigneeUnit: null,
    assigneePerson: null,
    sealed,
    reopenCount: 0,
    colour: null,
    verifyBy: now + hour,
    finishBy: now + 24 * hour,
    askedAt: null,
    evidenceAt: null,
    suspendedAt: null,
    extensionAskedAt: null,
    extensionCount: 0,
    closedAt: over.includes(state) ? now - hour : null,
    ...more,
  };
}

export const somebody = (more: Partial<PersonActor> = {}): PersonActor => ({
  kind: 'person',
  personId: me,
  sessionId: 'none',
  sessionKind: 'staff',
  name: 'somebody',
  memberships: [],
  householdCode: null,
  verifiesCells: [],
  verifiesCellsAsParent: [],
  ties: [],
  ...more,
});

/** How somebody with exactly these relations stands to an order in `state`. */
export function standingWith(
  names: readonly (Relation | 'kin')[],
  state: State,
  sealed: boolean,
): { standing: Standing; actor: Actor } {
  const facts: StandingFacts = { parts: new Set(), offer: null, volunteer: null, now };
  if (names.includes('system')) {
    if (names.length > 1) throw new RangeError('the clock is no person');
    const actor: Actor = { kind: 'system', name: 'clock' };
    return { actor, standing: standingOf(actor, orderIn(state, sealed), facts) };
  }
  const own = names.map((name) => blocks[name as keyof typeof blocks]);
  const actor = somebody({
    ...Object.assign({}, ...own.map((block) => block.person)),
    memberships: own.flatMap((block) => block.memberships ?? []),
  });
  const order = orderIn(state, sealed, Object.assign({}, ...own.map((block) => block.order)));
  const parts = new Set(own.flatMap((block) => [...(block.facts?.parts ?? [])]));
  const given = Object.assign({}, ...own.map((block) => block.facts)) as Partial<StandingFacts>;
  return { actor, standing: standingOf(actor, order, { ...facts, ...given, parts }) };
}

/** Facts under which every condition of the table says yes, but for what `holderKind` alone decides. */
export const easyFacts = (state: State, sealed: boolean, more: Partial<OrderFacts> = {}): OrderFacts => ({
  status: state,
  level: 'community',
  urgency: 'U3',
  now,
  holderKind: 'unit',
  intakeAt: null,
  submittedAt: now - 5 * 60_000,
  appealed: false,
  appealUntil: now + hour,
  reopenUntil: now + hour,
  ratingUntil: now - hour,
  needInfoUntil: now - hour,
  returnBy: now + hour,
  designated: false,
  ratedClosing: 0,
  outcome: 'resolved',
  nudgeAgainAt: null,
  extensionCount: 0,
  extensionAsked: false,
  reopenCount: 0,
  explainedSignedAt: null,
  resumeAt: now - hour,
  heldForRelease: false,
  byRule: false,
  sealed,
  isChild: false,
  staffBrowser: false,
  ...more,
});
