import type { Actor, PersonActor, Role } from '@/lib/kernel/context';
import type { Channel } from '@/lib/orders/status';
import { communityOf } from '@/lib/people/policy';

/** How somebody's words reach hall and dispatcher; `submit` refuses others (a test holds the two lists together). */
export const proxyChannels = ['hall', 'phone', 'chat', 'hotline', 'foreign_desk'] as const;

/** One place where orders are written down that somebody else asked for, or that were seen on patrol (M13). */
export interface Entry {
  name: 'desk' | 'neighbour' | 'told' | 'patrol';
  path: string;
  roles: readonly Role[];
  /** One, or to be chosen from. */
  channels: readonly Channel[];
  /** Nobody asked: what the writer has seen is their own report, without anybody's name or consent. */
  isOwn: boolean;
}

const onFoot: readonly Role[] = ['grid_worker', 'cell_lead'];

export const entries = {
  desk: {
    name: 'desk',
    path: '/desk/new',
    roles: ['hall_clerk', 'dispatcher'],
    channels: proxyChannels,
    isOwn: false,
  },
  neighbour: {
    name: 'neighbour',
    path: '/report/neighbour',
    roles: ['representative'],
    channels: ['representative'],
    isOwn: false,
  },
  told: { name: 'told', path: '/handle/told', roles: onFoot, channels: ['phone', 'chat'], isOwn: false },
  patrol: { name: 'patrol', path: '/handle/patrol', roles: onFoot, channels: ['patrol'], isOwn: true },
} as const satisfies Record<Entry['name'], Entry>;

/** The entry that a form came from; the desk's, where it names none. */
export const entryOf = (name: unknown): Entry =>
  Object.values(entries).find((one) => one.name === name) ?? entries.desk;

/** The area for which this person writes at an entry; null where it is none of theirs. */
export const entryArea = (actor: Pick<PersonActor, 'memberships'>, { roles }: Entry): string | null =>
  actor.memberships.find(({ role }) => roles.includes(role))?.areaCode ?? null;

/** The community that an entry stands for. */
export const entryCommunity = (actor: Pick<PersonActor, 'memberships'>, entry: Entry): string =>
  communityOf(entryArea(actor, entry) ?? '');

/** Whether this person types orders for others at the desk. */
export const typesForOthers = (actor: Actor): boolean =>
  actor.kind === 'person' && entryArea(actor, entries.desk) !== null;
