/** How an actor stands to an opinion round, a closed list. `clerk` is dispatcher or hall of the community. */
export const relations = ['secretary', 'clerk', 'anyone', 'system'] as const;
export type Relation = (typeof relations)[number];
