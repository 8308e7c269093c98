import { DomainError } from '@/lib/kernel/errors';
import type { Finding } from './review';
import type { Shortcoming } from './rules';

/** How a reply was sent: to be looked through first, or as it is by somebody who saw what was found. */
export interface SentReply {
  reviewReply?: boolean;
  sendAsIs?: boolean;
}

/**
 * Hands a reply back once, with what it lacks, to whoever asked for that; sent again as it is it goes, and what was found
 * is kept beside it.
 * @param path field of the reply's words
 * @returns what was found, for the event of a reply that was sent as it is
 * @throws rule `reply.weak` with an issue for each finding
 */
export function refuseWeak(sent: SentReply, findings: readonly Finding[], path: string): Shortcoming[] {
  if (sent.sendAsIs) return [...new Set(findings.map(({ kind }) => kind))];
  if (!sent.reviewReply || findings.length === 0) return [];
  throw new DomainError('rule', 'reply.weak', {
    issues: findings.map(({ kind, about }) => ({
      path,
      reason: `reply.${kind}`,
      message: `reply.${kind}`,
      params: { about },
    })),
  });
}
