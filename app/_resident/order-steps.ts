import type { BarStep } from '@/components/step-bar';

/** What the bar is made of: the state of an order, its item, and who is known to do it. */
export interface StepFacts {
  status: string;
  item?: string;
  /** Whoever holds it, or whom the default table names before. */
  by: string | null;
}

type Line = Pick<BarStep, 'key'> & { label: string; values?: Record<string, string> };

const working: readonly string[] = ['assigned', 'in_progress', 'suspended'];
/** Categories of things that are repaired: common parts, public facilities, water, power, gas and heat. */
const repaired: readonly string[] = ['05', '06', '07'];

/**
 * 已点单 · 物业在修 · 等验单: where an order stands in three steps, as message keys below `mine.step`. Null for one that
 * ended without being done.
 */
export function orderSteps({ status, item = '', by }: StepFacts): (Line & { state: BarStep['state'] })[] | null {
  if (['declined', 'merged', 'withdrawn'].includes(status)) return null;
  const verb = repaired.includes(item.slice(0, 2)) ? 'repair' : 'handle';
  const done = ['awaiting_verification', 'awaiting_rating', 'closed'].includes(status);
  const second: Line = done
    ? { key: 'work', label: `${verb}_done` }
    : working.includes(status)
      ? by
        ? { key: 'work', label: `${verb}_by`, values: { name: by } }
        : { key: 'work', label: verb }
      : { key: 'work', label: status === 'offered' ? 'offered' : status === 'need_info' ? 'asked' : 'dispatch' };
  const third: Line =
    status === 'closed'
      ? { key: 'end', label: 'closed' }
      : { key: 'end', label: status === 'awaiting_rating' ? 'rate' : 'verify' };
  return [
    { key: 'sent', label: 'sent', state: 'past' },
    { ...second, state: done ? 'past' : 'now' },
    { ...third, state: status === 'closed' ? 'past' : done ? 'now' : 'next' },
  ];
}
