/**
 * How an actor stands to a mediation, a closed list: one of its parties, the mediator of this very case, the secretary
 * of the community, and who is proposed as mediator and not agreed to yet, who learns what it is about and between whom, and
 * nothing else. Whoever is none of them has no relation at all, and the case does not exist for them (15).
 */
export const relations = ['party', 'mediator', 'secretary', 'system', 'proposed'] as const;
export type Relation = (typeof relations)[number];
