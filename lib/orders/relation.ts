/** How an actor stands to one order: the closed list of 3.1.1. */
export const relations = [
  'requester',
  'proxy',
  'dispatcher',
  'hall',
  'cell_staff',
  'candidate',
  'assignee',
  'handled',
  'verifier',
  'verified',
  'subject',
  'secretary',
  'street',
  'supervisor',
  'auditor',
  'system',
] as const;
export type Relation = (typeof relations)[number];

/** What takes rights away and beats any role (3.1.1); `kin` is the same household in the register or a declared tie. */
export type Bar = 'handled' | 'assignee' | 'proxy' | 'requester' | 'subject' | 'verified' | 'kin';
