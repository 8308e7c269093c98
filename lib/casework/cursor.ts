import { DomainError } from '@/lib/kernel/errors';

/** Where a list of cases goes on: the moment that it is sorted by, and the id. */
export interface CaseCursor {
  at: number;
  id: string;
}

export const writeCaseCursor = ({ at, id }: CaseCursor): string => `${at}.${id}`;

/** @throws invalid `input.cursor` an address that was cut or typed */
export function readCaseCursor(text: string): CaseCursor {
  const [at = '', id = ''] = text.split('.');
  if (!/^\d{1,16}$/.test(at) || id === '') throw new DomainError('invalid', 'input.cursor');
  return { at: Number(at), id };
}
