import type { Role } from '@/lib/kernel/context';
import type { RouteStep } from '@/lib/orders/route';

/** All persons are invented; phones have the shape 100xxxxxxxx, which is never given to anybody. */
export interface DemoPerson {
  key: string;
  name: string;
  nameEn?: string;
  phone: string;
  bornYear: number;
  householdCode?: string;
}

export interface DemoAccount {
  login: string;
  personKey: string;
  roleKind: 'staff' | 'volunteer' | 'resident';
}

export type MemberKind = 'posted_cadre' | 'community_cadre' | 'employed_member' | 'volunteer' | 'grid_worker';

/** `validTo` is the last day; absent = open. */
export interface DemoMembership {
  personKey: string;
  role: Role;
  areaCode: string;
  unitCode?: string;
  partyOrgCode?: string;
  memberKind?: MemberKind;
  validFrom: string;
  validTo?: string;
}

export type HandlerGroup =
  | 'PROP'
  | 'SANI'
  | 'COMM'
  | 'HALL'
  | 'MED'
  | 'STREET'
  | 'DEPT'
  | 'URBAN'
  | 'POLICE'
  | 'UTIL'
  | 'UNIT'
  | 'ALLIANCE'
  | 'CADRE'
  | 'BRANCH';

export interface DemoUnit {
  code: string;
  handlerGroup: HandlerGroup;
  nameZh: string;
  nameEn: string;
  phone: string;
  /** Where it works: cells, a community or a street. */
  areas: string[];
}

export interface DemoPartyOrg {
  code: string;
  kind: 'general_branch' | 'branch' | 'temp_branch';
  parentCode: string | null;
  nameZh: string;
  nameEn: string;
  validFrom: string;
  validTo?: string;
  purpose?: string;
  members: number;
  votingMembers: number;
}

export type Skill = 'plumbing_electric' | 'haircut' | 'medical' | 'legal' | 'driving' | 'english' | 'phone_tutoring';

export interface DemoVolunteer {
  personKey: string;
  skills: Skill[];
  partyMember: boolean;
  /** The home branch of a member; an employed member belongs to a branch at work. */
  partyOrgCode?: string;
  /** 双报到: a member who registered at home. */
  employedMember: boolean;
  /** From this day on surely of age. */
  adultFrom: string;
  registeredOn: string;
}

export interface DemoElder {
  personKey: string;
  householdCode: string;
  /** Agreed that the household's power data may raise an alert. */
  powerConsent: boolean;
}

/** item × cell → who gets an order; `person` of a step is a person's key. */
export interface DemoRoute {
  itemCode: string;
  cellCode: string;
  steps: RouteStep[];
}

export interface DemoFigures {
  residents: number;
  aged65: number;
  livingAloneElders: number;
  powerConsents: number;
  foreignResidents: number;
  rentedFlats: number;
  partyCommittee: number;
  residentsCommittee: number;
  servingInBoth: number;
  representatives: number;
  womenRepresentatives: number;
  representativeMeeting: number;
  supervisoryCommittee: number;
}

export interface DemoPeople {
  units: DemoUnit[];
  partyOrgs: DemoPartyOrg[];
  partyOrgCells: { partyOrgCode: string; cellCode: string }[];
  persons: DemoPerson[];
  accounts: DemoAccount[];
  memberships: DemoMembership[];
  volunteers: DemoVolunteer[];
  livingAloneElders: DemoElder[];
  /** Declared ties (R8): neither handles or verifies for the other. */
  ties: { personKey: string; otherKey: string; reason: string }[];
  defaultRoutes: DemoRoute[];
  /** Keys of the settings slice. */
  settings: Record<string, string>;
  figures: DemoFigures;
}
