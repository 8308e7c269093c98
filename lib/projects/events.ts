/** Event type → data. Append-only. No personal data and no free words: reasons, labels and captions stand in tables. */
export interface ProjectEventData {
  'project.opened': { code: string; budgetFen: number; dueOn: string; sources: string[]; deliberation?: string };
  'project.started': { on: string };
  'project.milestone_added': { ordinal: number; dueOn: string };
  'project.milestone_reached': { ordinal: number; on: string };
  'project.spent': { spend: string; amountFen: number; spentFen: number; budgetFen: number };
  'project.spend_corrected': { spend: string; amountFen: number; spentFen: number };
  'project.budget_raised': { version: number; fromFen: number; toFen: number; deliberation: string };
  'project.postponed': { delay: string; from: string; to: string };
  'project.delay_explained': { delay: string; missedOn: string };
  'project.photo_added': { upload: string };
  'project.completed': { on: string };
  'project.stopped': { delay: string };
  'project.source_added': { orders: string[] };
}
