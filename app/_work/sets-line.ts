import type { Translate } from '../_shell/translate';
import type { EvidencePlan } from './evidence-plan';
import type { PieceName } from './piece-names';

/** 要有：A、B；或者 A、C. */
export function setsLine(plan: EvidencePlan, nameOf: PieceName, t: Translate): string {
  const and = t('work.finish.and');
  const sets = plan.sets.map((set) => set.map(nameOf).join(and));
  return t('work.finish.needed', { what: sets.join(t('work.finish.or')) });
}
