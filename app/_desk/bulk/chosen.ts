import { mostInBulk } from '@/lib/orders/input';
import { readCode } from '../../_order/read-code';

/** The numbers that were ticked, each once, in their order; what is none is left out. */
export const chosenOf = (said: unknown): string[] =>
  [...new Set([said].flat())]
    .flatMap((one) => (typeof one === 'string' ? (readCode(one) ?? []) : []))
    .slice(0, mostInBulk);
