/** 工作联系单 (M45): with the units that it was sent to, brought to its end by who sent it, or called off. */
export const statuses = ['open', 'closed', 'called_off'] as const;
export type Status = (typeof statuses)[number];

/** One unit leads and answers for the reply; the others help. */
export const parts = ['lead', 'co'] as const;
export type Part = (typeof parts)[number];
