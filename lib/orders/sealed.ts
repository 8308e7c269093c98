import type { ItemRow } from '@/lib/taxonomy/queries/get-item';

/** 3.1.1: the flags `confidential`, `sensitive` and `mediation`, and item 0901. */
export const isSealedItem = (item: Pick<ItemRow, 'code' | 'flags'>): boolean =>
  item.code === '0901' ||
  item.flags.some((flag) => flag === 'confidential' || flag === 'sensitive' || flag === 'mediation');
