/**
 * How an actor stands to an answer, a closed list. `clerk` is dispatcher or hall of the community, `handler` holds or
 * handled the order that is answered, `requester` sent it.
 */
export const relations = ['secretary', 'clerk', 'handler', 'requester', 'anyone', 'system'] as const;
export type Relation = (typeof relations)[number];
