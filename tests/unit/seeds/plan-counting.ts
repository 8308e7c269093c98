import type { PlannedOrder, Step } from '@/seeds/demo/plan-order';

export const count = <T>(list: readonly T[], holds: (one: T) => boolean) => list.filter(holds).length;
export const tally = (list: readonly string[]) => {
  const counts: Record<string, number> = {};
  for (const one of list) counts[one] = (counts[one] ?? 0) + 1;
  return counts;
};
export const stepsOf = <S extends Step['step']>(orders: readonly PlannedOrder[], step: S) =>
  orders.flatMap((order) => order.steps.filter((one): one is Extract<Step, { step: S }> => one.step === step));
export const has = (order: PlannedOrder, step: Step['step']) => order.steps.some((one) => one.step === step);
