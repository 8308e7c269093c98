import { createHash } from 'node:crypto';
import { canonical } from '@/lib/casework/chain';
import { keyedDigest } from '@/lib/kernel/code-secret';
import type { Choice, Seat } from './status';

const sha256 = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

// Crockford's alphabet, as for query codes: nothing that is read for another.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * The voter's receipt, 16 characters (80 bits). Made of the key that the voter's own form carried, which stands nowhere
 * afterwards: the same form sent twice gives the same receipt, and nobody can make it of what is stored.
 */
export function receiptOf(code: string, clientId: string): string {
  const bytes = keyedDigest(`receipt\n${code}\n${clientId}`);
  return [...bytes.subarray(0, 16)].map((byte) => letters[byte % 32]).join('');
}

/** A receipt as it is typed from paper: spaces and dashes go, letters that are taken for digits become these. */
export const plainReceipt = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replace(/[IL]/g, '1').replace(/O/g, '0');

/** What the published list of ballots holds in place of the receipt: who has no receipt learns nobody's vote from it. */
export const receiptHash = (meetingId: string, receipt: string): string =>
  sha256(`${meetingId}\n${plainReceipt(receipt)}`);

/** Keyed by the installation's secret: a row that was changed or added in the database alone does not fit it. */
export const ballotSeal = (meetingId: string, hash: string, choice: Choice): string =>
  keyedDigest(`ballot\n${meetingId}\n${hash}\n${choice}`).toString('hex');

export interface Ballot {
  receiptHash: string;
  choice: Choice;
}

/**
 * The lines of the published tally: `<hash of the receipt> <choice>`, sorted, each ended by a line feed. Anyone can
 * count them and compute the digest over them; docs/tally.md says how, without this program.
 */
export const tallyLines = (ballots: readonly Ballot[]): string =>
  ballots
    .map(({ receiptHash: hash, choice }) => `${hash} ${choice}\n`)
    .sort()
    .join('');

/** SHA-256 in hex over the lines of the tally; stands in the history from the closing of the vote on. */
export const ballotDigest = (ballots: readonly Ballot[]): string => sha256(tallyLines(ballots));

interface FrozenSeat {
  ordinal: number;
  name: string;
  seat: Seat;
  personId: string | null;
}

/**
 * SHA-256 over salt and roll: that no seat, name or account of it changed since it was frozen. An account goes in as its
 * hash with the salt, a seat without one as it always did.
 */
export const rollDigest = (salt: string, roll: readonly FrozenSeat[]): string =>
  sha256(
    canonical([
      salt,
      ...[...roll]
        .sort((a, b) => a.ordinal - b.ordinal)
        .map(({ ordinal, name, seat, personId }) => [
          ordinal,
          name,
          seat,
          ...(personId === null ? [] : [sha256(`${salt}\n${personId}`)]),
        ]),
    ]),
  );

/** Fewer ballots than this name their voters to whoever knows who was not in the room. */
export const fewestPublished = 5;

/** Why the single ballots stay unpublished: so few, or all alike, that the list would say who voted how. */
export function withheldFor(ballots: readonly Ballot[]): 'few' | 'unanimous' | null {
  if (ballots.length < fewestPublished) return 'few';
  return new Set(ballots.map(({ choice }) => choice)).size === 1 ? 'unanimous' : null;
}
