import type { DeliberationFacts, MeetingFacts } from '@/lib/deliberation/conditions';
import { standingOf } from '@/lib/deliberation/policy';
import { packOf } from '@/lib/deliberation/rule-packs';
import type { Status } from '@/lib/deliberation/status';
import type { Actor, PersonActor, Role } from '@/lib/kernel/context';
import type { Standing } from '@/tests/support/expected-deliberations';

const community = '320371003208';
const street = '320371003';

const person = (...memberships: [Role, string][]): PersonActor => ({
  kind: 'person',
  personId: 'p',
  sessionId: 's',
  sessionKind: 'staff',
  name: 'n',
  memberships: memberships.map(([role, areaCode]) => ({ role, areaCode, unitCode: null, partyOrgCode: null })),
  householdCode: null,
  verifiesCells: [],
  verifiesCellsAsParent: [],
  ties: [],
});

const actors: Record<Standing, Actor> = {
  secretary: person(['secretary', community]),
  clerk: person(['hall_clerk', community]),
  voter: person(['resident', community]),
  source: person(['resident', community]),
  street: person(['street_officer', street]),
  supervisor: person(['supervisor', street]),
  auditor: person(['audit_admin', community]),
  anyone: { kind: 'anonymous' },
  system: { kind: 'system', name: 'demo' },
};

/** How somebody stands who is this and nothing else. `proposed`: the first vote was passed. */
export const standingWith = (standing: Standing, status: Status, proposed: boolean) =>
  standingOf(
    actors[standing],
    { communityCode: community, streetCode: street, status },
    { voter: standing === 'voter', source: standing === 'source', proposed },
  );

const noon = Date.parse('2024-03-15T12:00:00+08:00');

/** A meeting of ten with everybody there and counted. */
export const meeting = (more: Partial<MeetingFacts> = {}): MeetingFacts => ({
  state: 'frozen',
  rule: packOf('villager_2018').stages.review[0],
  withWeb: false,
  votesUntil: null,
  heldAt: noon,
  rollSize: 10,
  eligible: 10,
  present: 10,
  votes: { yes: 10, no: 0, abstain: 0 },
  room: { present: 10, yes: 10, no: 0, abstain: 0 },
  ...more,
});

export const facts = (more: Partial<DeliberationFacts> = {}): DeliberationFacts => ({
  now: noon,
  today: '2024-03-15',
  status: 'review',
  basis: 'not_shared',
  planVersion: 1,
  planSentOn: null,
  meeting: null,
  lastMeeting: null,
  publishedAt: null,
  noticeUntil: null,
  openObjections: 0,
  needsFiling: false,
  filedOn: null,
  belowMarket: false,
  hasPrices: false,
  ...more,
});

const voting = { meeting: meeting({ state: 'voting' }) };
const published = { publishedAt: noon, noticeUntil: '2024-03-22' };

/** Facts with which no rule stands in the way of an action. */
export const easy = (action: string): DeliberationFacts =>
  facts(
    (
      {
        enter_roll: { meeting: meeting({ state: 'convened' }) },
        freeze_roll: { meeting: meeting({ state: 'convened' }) },
        attend: { meeting: meeting() },
        open_vote: { meeting: meeting() },
        count: voting,
        cast: { meeting: meeting({ state: 'voting', withWeb: true }) },
        close_vote: voting,
        annul_meeting: voting,
        reject: { lastMeeting: 'failed' },
        correct: published,
        object: published,
        answer_objection: published,
        file: { ...published, needsFiling: true },
        set_prices: { ...published, belowMarket: true },
        begin: { publishedAt: noon, noticeUntil: '2024-03-14' },
      } as Record<string, Partial<DeliberationFacts>>
    )[action],
  );
