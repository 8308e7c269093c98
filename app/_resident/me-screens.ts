import type { IconName } from '@/components/icon';
import type { Actor } from '@/lib/kernel/context';
import { writesLetters } from '@/lib/letters/policy';
import { mediatesIn } from '@/lib/mediation/policy';
import { type Audience, audiencesOfKinds } from '@/lib/notices/told';
import { type Ability, abilitiesOf } from '@/lib/people/policy';
import { entries, entryArea } from '../_desk/new/proxy-channels';

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
  const found: WorkScreen[] = screens
    .filter((screen) => screen.for.some((ability) => own.includes(ability)))
    .map(({ href, icon, label }) => ({ href, icon, label }));
  if (actor.kind === 'person' && entryArea(actor, entries.neighbour) !== null) {
    found.push({ href: entries.neighbour.path, icon: 'users', label: 'me.screen.neighbour' });
  }
  if (writesLetters(actor)) found.push({ href: '/letters', icon: 'notebook', label: 'me.screen.letters' });
  if (mediatesIn(actor).length > 0) {
    found.push({ href: '/mediation', icon: 'handshake', label: 'me.screen.mediation' });
  }
  return found;
}

/** The parts that a person can have in an order, by those to whom a notice is told; some kinds are told to several. */
const parts = {
  requester: ['requester'],
  handler: ['assignee', 'beside'],
  verifier: ['verifier'],
  dispatcher: ['dispatcher', 'caller'],
} as const satisfies Record<string, readonly Audience[]>;

/** Where a notice leads this person: to the page on which the part that it was told to is done. */
export function noticeHref(actor: Actor, kind: string, orderCode: string): string {
  // A step of a case that answers one's order: the case is public.
  if (kind.startsWith('letter.')) return `/letters/${orderCode}`;
  if (kind.startsWith('mediation.')) return `/mediation/${orderCode}`;
  if (kind === 'routing_broke') return `/desk/o/${orderCode}`;
  if (kind.startsWith('supervision.')) return `/desk/supervisions/${orderCode}`;
  if (kind === 'round.closed') return `/desk/rounds/${orderCode}`;
  if (kind === 'deliberation.vote_opened') return `/board/${orderCode}/vote`;
  if (kind === 'deliberation.objected') return `/desk/deliberations/${orderCode}`;
  if (['project.', 'deliberation.', 'answer.'].some((own) => kind.startsWith(own))) return `/board/${orderCode}`;
  const own = abilitiesOf(actor);
  const toldTo = audiencesOfKinds.get(kind);
  const isFor = (part: keyof typeof parts) => parts[part].some((audience) => toldTo?.has(audience));
  if (isFor('dispatcher') && own.includes('dispatch')) return `/desk/o/${orderCode}`;
  if (isFor('verifier') && own.includes('verify')) return `/verify/o/${orderCode}`;
  if (isFor('handler') && own.includes('handle')) return `/handle/o/${orderCode}`;
  if (isFor('handler') && own.includes('volunteer')) return `/volunteer/t/${orderCode}`;
  return isFor('requester') ? `/t/${orderCode}` : '/me';
}
