import { isDormant } from './login-codes';
import type { AccountRow } from './store';

export type PhoneAccount = Pick<AccountRow, 'id' | 'personId' | 'kind' | 'lastLogins'>;
type Candidate = PhoneAccount & Pick<AccountRow, 'disabledAt' | 'phone'>;

export type OwnerFound =
  /** `isProven`: a code opened this account before; else the register alone says that the number is theirs. */
  | { kind: 'resident'; account: PhoneAccount; isProven: boolean }
  /** `freed`: the account that had the number once and has to let it go. */
  | { kind: 'nobody'; freed: string | null }
  | { kind: 'staff' | 'disabled' };

/**
 * Whose account a proven number opens, among those that have it as theirs or as their person's.
 * Staff and volunteers never: their accounts want a password (2.8), and a second account of theirs as a resident would
 * let them rate what they handled. A number that several residents of the register share names none of them.
 * `now`: domain clock, epoch milliseconds.
 */
export function ownerOfPhone(candidates: readonly Candidate[], phone: string, now: number): OwnerFound {
  if (candidates.some(({ kind, disabledAt }) => kind !== 'resident' && disabledAt === null)) return { kind: 'staff' };
  const residents = candidates.filter(({ kind }) => kind === 'resident');
  const proven = residents.find((account) => account.phone === phone);
  if (proven && !isDormant(proven, now)) {
    return proven.disabledAt === null ? { kind: 'resident', account: proven, isProven: true } : { kind: 'disabled' };
  }
  const named = residents.filter((account) => account.phone === null && account.disabledAt === null);
  const [only] = named;
  if (!proven && only && named.length === 1 && !isDormant(only, now)) {
    return { kind: 'resident', account: only, isProven: false };
  }
  return { kind: 'nobody', freed: proven?.id ?? null };
}
