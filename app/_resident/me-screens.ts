import type { IconName } from '@/components/icon';
import type { Actor } from '@/lib/kernel/context';
import { type Ability, abilitiesOf } from '@/lib/people/policy';

export interface WorkScreen {
  href: string;
  icon: IconName;
  label: `me.screen.${string}`;
}

const screens: (WorkScreen & { for: readonly Ability[] })[] = [
  { href: '/desk', icon: 'inbox', label: 'me.screen.desk', for: ['dispatch'] },
  { href: '/handle', icon: 'wrench', label: 'me.screen.handle', for: ['handle'] },
  { href: '/verify', icon: 'seal-check', label: 'me.screen.verify', for: ['verify'] },
  { href: '/volunteer', icon: 'hand', label: 'me.screen.volunteer', for: ['volunteer'] },
  {
    href: '/admin',
    icon: 'settings',
    label: 'me.screen.admin',
    for: ['manage_accounts', 'manage_memberships', 'read_audit'],
  },
];

/** The work screens that this person's roles open: several of them make the switch in 我. */
export function screensOf(actor: Actor): WorkScreen[] {
  const own = abilitiesOf(actor);
  return screens
    .filter((screen) => screen.for.some((ability) => own.includes(ability)))
    .map(({ href, icon, label }) => ({ href, icon, label }));
}

/** Notices that are told to each of the parts that a person can have in an order. */
const toRequester: readonly string[] = ['order.info_asked', 'order.declined', 'order.passed', 'order.closed_no_info'];
const toHandler: readonly string[] = ['order.assigned', 'order.reassigned', 'order.named_beside', 'order.reworked'];

/** Where a notice leads this person: to the page on which their part in the order is done. */
export function noticeHref(actor: Actor, kind: string, orderCode: string): string {
  const own = abilitiesOf(actor);
  if (toRequester.includes(kind)) return '/mine';
  if (kind === 'order.evidence_submitted' && own.includes('verify')) return '/verify';
  if (toHandler.includes(kind) && own.includes('handle')) return '/handle';
  if (own.includes('dispatch')) return `/desk/o/${orderCode}`;
  if (own.includes('handle')) return '/handle';
  return '/mine';
}
