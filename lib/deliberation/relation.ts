/**
 * How an actor stands to a deliberation, a closed list. `clerk` keeps the papers (dispatcher or hall of the community),
 * `voter` stands on the frozen roll of the meeting that votes now, `source` sent one of the orders that it answers.
 */
export const relations = [
  'secretary',
  'clerk',
  'voter',
  'source',
  'street',
  'supervisor',
  'auditor',
  'anyone',
  'system',
] as const;
export type Relation = (typeof relations)[number];
