/** How an actor stands to a letter, a closed list. `lead`, `co`: an active member of a unit that it was sent to. */
export const relations = ['sender', 'lead', 'co', 'watcher', 'system'] as const;
export type Relation = (typeof relations)[number];
