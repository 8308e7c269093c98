import { index, instant, integer, json, primaryKey, table, text, uniqueIndex } from '#dialect';
import type { Role, SessionKind } from '@/lib/kernel/context';
import type { AccountKind, MemberKind, PartyOrgKind } from './status';

/** A natural person, with or without a login. Personal data live here and nowhere in events or audit rows. */
export const person = table(
  'person',
  {
    id: text('id').primaryKey(),
    displayName: text('display_name').notNull(),
    nameEn: text('name_en'),
    phone: text('phone'),
    /** Last four digits, kept beside the phone so that a look-up by tail needs no scan. */
    phoneTail: text('phone_tail'),
    bornYear: integer('born_year'),
    householdCode: text('household_code'),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [index('person_phone').on(t.phone), index('person_household').on(t.householdCode)],
);

export const account = table(
  'account',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    /** NFKC, lower case: what was typed is brought to this form before it is compared. */
    login: text('login').notNull(),
    /** argon2id in PHC form, with its own salt and parameters. */
    passwordHash: text('password_hash').notNull(),
    kind: text('kind').$type<AccountKind>().notNull(),
    /** Domain clock; 0 = set by an administrator and to be changed by its owner. */
    passwordChangedAt: instant('password_changed_at').notNull(),
    disabledAt: instant('disabled_at'),
    /** The latest five sign-ins on the domain's clock, newest first; shown to the owner. */
    lastLogins: json<number[]>('last_logins').notNull(),
    createdAt: instant('created_at').notNull(),
    /** Of a resident: the mobile number that a one-time code has proven; null until then. One number, one account. */
    phone: text('phone'),
  },
  (t) => [
    uniqueIndex('account_login').on(t.login),
    uniqueIndex('account_person').on(t.personId),
    uniqueIndex('account_phone').on(t.phone),
  ],
);

/** One-time codes by which a resident signs in; kept for a day. All times on the real clock. */
export const loginCode = table(
  'login_code',
  {
    id: text('id').primaryKey(),
    phone: text('phone').notNull(),
    /** Keyed by `CODE_SECRET`. The code itself is derived of the id under the same secret and stands nowhere. */
    codeHash: text('code_hash').notNull(),
    createdAt: instant('created_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    /** Wrong tries so far. */
    tries: integer('tries').notNull(),
    usedAt: instant('used_at'),
    /** When the gateway took the message. */
    sentAt: instant('sent_at'),
  },
  (t) => [index('login_code_phone').on(t.phone, t.createdAt, t.id), index('login_code_expiry').on(t.expiresAt, t.id)],
);

/** Sessions of browsers, bearer tokens and API keys. All times on the real clock. */
export const session = table(
  'session',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    kind: text('kind').$type<SessionKind>().notNull(),
    /** SHA-256 of the bearer token, hex; null for a browser, whose cookie carries the id inside an encrypted token. */
    tokenHash: text('token_hash'),
    createdAt: instant('created_at').notNull(),
    lastSeenAt: instant('last_seen_at').notNull(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
    label: text('label'),
    /** Of an API key: endpoint patterns such as `GET /orders`. */
    scope: json<string[]>('scope'),
  },
  (t) => [
    uniqueIndex('session_token').on(t.tokenHash),
    index('session_person').on(t.personId, t.id),
    index('session_expiry').on(t.expiresAt, t.id),
  ],
);

/** person × role × area × dates. `validTo` is the last day, inclusive; null = open. */
export const membership = table(
  'membership',
  {
    id: text('id').primaryKey(),
    personId: text('person_id').notNull(),
    role: text('role').$type<Role>().notNull(),
    areaCode: text('area_code').notNull(),
    unitCode: text('unit_code'),
    partyOrgCode: text('party_org_code'),
    memberKind: text('member_kind').$type<MemberKind>(),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
  },
  (t) => [
    index('membership_person').on(t.personId, t.id),
    index('membership_role_area').on(t.role, t.areaCode, t.id),
    index('membership_unit').on(t.unitCode, t.id),
    index('membership_party_org').on(t.partyOrgCode, t.id),
  ],
);

/** A firm, a department, a crew: what an order can be assigned to. */
export const unit = table(
  'unit',
  {
    code: text('code').primaryKey(),
    /** The short word of the taxonomy's handler column: `PROP`, `GRID`, `DEPT` … */
    handlerGroup: text('handler_group').notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    phone: text('phone'),
    /** Where it works: cells, communities or a street. */
    areas: json<string[]>('areas').notNull(),
  },
  (t) => [index('unit_group').on(t.handlerGroup, t.code)],
);

export const partyOrg = table(
  'party_org',
  {
    code: text('code').primaryKey(),
    parentCode: text('parent_code'),
    kind: text('kind').$type<PartyOrgKind>().notNull(),
    nameZh: text('name_zh').notNull(),
    nameEn: text('name_en').notNull(),
    validFrom: text('valid_from').notNull(),
    validTo: text('valid_to'),
    /** Of a temporary branch: what it was set up for. */
    purpose: text('purpose'),
    members: integer('members'),
    votingMembers: integer('voting_members'),
  },
  (t) => [index('party_org_parent').on(t.parentCode, t.code)],
);

/** Which organisation looks at the ground of which cell. */
export const partyOrgCell = table(
  'party_org_cell',
  { partyOrgCode: text('party_org_code').notNull(), cellCode: text('cell_code').notNull() },
  (t) => [primaryKey({ columns: [t.partyOrgCode, t.cellCode] }), index('party_org_cell_cell').on(t.cellCode)],
);

/** A declared tie between two persons (R8); stored once with the smaller id first. */
export const personTie = table(
  'person_tie',
  {
    personA: text('person_a').notNull(),
    personB: text('person_b').notNull(),
    declaredAt: instant('declared_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.personA, t.personB] }), index('person_tie_b').on(t.personB)],
);
