import { processOnce } from '@/lib/kernel/once';

interface Line {
  last: Promise<unknown>;
}

/** One photo is decoded at a time in the whole process: twelve megapixels are 36 MB, and there may be forty at once. */
export function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const line = processOnce<Line>('uploads.line', () => ({ last: Promise.resolve() }));
  const turn = line.last.then(work, work);
  line.last = turn.catch(() => {});
  return turn;
}
