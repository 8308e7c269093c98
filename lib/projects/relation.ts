/**
 * How an actor stands to a project, a closed list. `clerk` keeps its papers (dispatcher or hall of the community);
 * everybody else reads.
 */
export const relations = ['secretary', 'clerk', 'anyone', 'system'] as const;
export type Relation = (typeof relations)[number];
