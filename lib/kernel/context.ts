import type { Reader, Tx } from '@/db/handle';

export type { Reader, Tx };

export const roles = [
  'resident',
  'representative',
  'hall_clerk',
  'dispatcher',
  'grid_worker',
  'cell_lead',
  'volunteer',
  'unit_staff',
  'mediator',
  'branch_verifier',
  'secretary',
  'street_officer',
  'supervisor',
  'audit_admin',
  'system_admin',
] as const;
export type Role = (typeof roles)[number];

/** person × role × area × dates, with the unit or party organisation that the role is held in. */
export interface Membership {
  role: Role;
  areaCode: string;
  unitCode: string | null;
  partyOrgCode: string | null;
}

/**
 * `staff`: password, idle 30 min. `volunteer`: password, idle 8 h. `resident`: idle 30 days.
 * `token`: a bearer token of the API, with the idle limit of the account's kind. `api_key`: issued by an administrator.
 */
export type SessionKind = 'staff' | 'volunteer' | 'resident' | 'token' | 'api_key';

export interface PersonActor {
  kind: 'person';
  personId: string;
  sessionId: string;
  sessionKind: SessionKind;
  name: string;
  memberships: Membership[];
  /** The household in the register; the same household takes rights away. */
  householdCode: string | null;
  /** Cells that this person's branch verifies now (own cells, or inherited where a branch is missing or expired). */
  verifiesCells: string[];
  /** Cells for which this person's party organisation is the parent of the branch in charge. */
  verifiesCellsAsParent: string[];
  /** Persons with whom a tie was declared (R8). */
  ties: string[];
}

/** Whoever holds the query code of one order: no login. */
export interface HolderActor {
  kind: 'holder';
  orderId: string;
  /** A staff session in the same browser: no code may rate, reopen or withdraw from there. */
  staffBrowser: boolean;
  /** Who is signed in where the code is used: having handled, verified or typed the order, they may not rate it. */
  personId?: string;
  /** Came by the single-use link of a message; the token is used up when the action is sent. */
  linkToken?: { hash: string; action: string };
}

export interface AnonymousActor {
  kind: 'anonymous';
}

export interface SystemActor {
  kind: 'system';
  name: 'clock' | 'rule' | 'import' | 'alert' | 'demo';
}

export type Actor = PersonActor | HolderActor | AnonymousActor | SystemActor;

export interface Context {
  actor: Actor;
  db: Reader;
  /**
   * One transaction around `fn`: all or nothing, durable when the promise resolves.
   * On PostgreSQL `fn` may run twice (serialisation retries), so effects belong in the outbox.
   */
  transaction<T>(fn: (tx: Tx) => Promise<T>): Promise<T>;
  /** Epoch milliseconds of the domain's clock; the only clock a command may read. */
  now(): number;
  requestId: string;
  /** Where the call came from, for throttles only; never stored with an order. */
  caller: { address: string };
}
