import { DomainError } from '@/lib/kernel/errors';

/** Where a list goes on: the sort key and id of the last row. Opaque to callers. */
export interface Cursor {
  at: number;
  id: string;
}

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.at, cursor.id])).toString('base64url');

/** @throws invalid `input.cursor` when it is not one of ours. */
export function readCursor(text: string): Cursor {
  try {
    const [at, id] = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as [unknown, unknown];
    if (Number.isSafeInteger(at) && typeof id === 'string' && /^[0-9a-f-]{1,40}$/.test(id))
      return { at: at as number, id };
  } catch {
    // Falls through to the refusal: a cursor that was typed or cut is the caller's mistake, not a fault.
  }
  throw new DomainError('invalid', 'input.cursor', {
    issues: [{ path: 'cursor', reason: 'input.cursor', message: 'cursor' }],
  });
}
