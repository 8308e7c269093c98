import { createHash } from 'node:crypto';
import { processOnce } from '@/lib/kernel/once';
import type { PostedForm } from '../form-body';

const keptMs = 10 * 60_000;
const most = 500;

interface Sent<T> {
  at: number;
  fingerprint: string;
  answer: Promise<T>;
}

/**
 * A button pressed twice sends the same form twice, and its photos are stored anew each time, so that the two inputs
 * differ and the replay of `submit` cannot know the second. Here the posts themselves are compared, files by name and
 * size: the second waits for the answer of the first. An answer that is not `final` is forgotten: the next try works
 * anew. One process; across processes the key of `submit` still holds.
 */
export function oncePerPost<T>(
  key: string | undefined,
  form: PostedForm,
  work: () => Promise<T>,
  final: (answer: T) => boolean,
): Promise<T> {
  if (!key) return work();
  const sent = processOnce('report.sent', () => new Map<string, Sent<unknown>>()) as Map<string, Sent<T>>;
  const now = Date.now();
  for (const [old, { at }] of sent) if (now - at > keptMs || sent.size > most) sent.delete(old);
  const fingerprint = fingerprintOf(form);
  const known = sent.get(key);
  if (known?.fingerprint === fingerprint) return known.answer;
  const forget = () => sent.delete(key);
  const answer = work();
  sent.set(key, { at: now, fingerprint, answer });
  answer.then((made) => final(made) || forget(), forget);
  return answer;
}

export function fingerprintOf({ fields, files }: PostedForm): string {
  const named = files.map(({ field, name, bytes }) => [field, name, bytes?.length ?? -1]);
  return createHash('sha256')
    .update(JSON.stringify([Object.entries(fields), named]))
    .digest('hex');
}
