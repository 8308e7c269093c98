import type { Actor } from '@/lib/kernel/context';
import { type Ability, abilitiesOf } from '@/lib/people/policy';

/** Who may be told of a 督办单, and so opens its page. */
export const readers: readonly Ability[] = ['dispatch', 'handle', 'verify', 'volunteer', 'oversee', 'manage_accounts'];

/** The page of an order for whoever reads of it here; the frame is that of their own work. */
export function orderHref(actor: Actor, code: string): string | null {
  const own = abilitiesOf(actor);
  if (own.includes('dispatch')) return `/desk/o/${code}`;
  if (own.includes('handle')) return `/handle/o/${code}`;
  if (own.includes('verify')) return `/verify/o/${code}`;
  if (own.includes('volunteer')) return `/volunteer/t/${code}`;
  return null;
}
