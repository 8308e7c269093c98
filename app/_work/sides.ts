import type { IconName } from '@/components/icon';
import type { Ability } from '@/lib/people/policy';

/** The three sides of those who do the work and of those who check it. */
export type SideName = 'volunteer' | 'handle' | 'verify';
/** The two sides whose people hold orders. */
export type TaskSide = 'volunteer' | 'handle';

export interface Side {
  base: `/${SideName}`;
  ability: Ability;
  /** Where the page of one order lies. */
  order: string;
  /** The list that its pages lead back to. */
  list: string;
  listLabel: string;
  tabs: { href: string; icon: IconName; label: string }[];
}

const me = { href: '/me', icon: 'user', label: 'nav.me' } as const;

export const sides: Record<SideName, Side> = {
  volunteer: {
    base: '/volunteer',
    ability: 'volunteer',
    order: '/volunteer/t',
    list: '/volunteer/tasks',
    listLabel: 'nav.tasks',
    tabs: [
      { href: '/volunteer', icon: 'hand', label: 'nav.pool' },
      { href: '/volunteer/tasks', icon: 'clipboard', label: 'nav.tasks' },
      { href: '/volunteer/me', icon: 'notebook', label: 'nav.service' },
      me,
    ],
  },
  handle: {
    base: '/handle',
    ability: 'handle',
    order: '/handle/o',
    list: '/handle/tasks',
    listLabel: 'nav.handling',
    tabs: [
      { href: '/handle', icon: 'inbox', label: 'nav.to_sign' },
      { href: '/handle/tasks', icon: 'wrench', label: 'nav.handling' },
      me,
    ],
  },
  verify: {
    base: '/verify',
    ability: 'verify',
    order: '/verify/o',
    list: '/verify',
    listLabel: 'nav.to_verify',
    tabs: [
      { href: '/verify', icon: 'seal', label: 'nav.to_verify' },
      { href: '/verify/log', icon: 'seal-check', label: 'nav.verified' },
      me,
    ],
  },
};

export const isSideName = (text: unknown): text is SideName => typeof text === 'string' && Object.hasOwn(sides, text);

export const isTaskSide = (text: unknown): text is TaskSide => text === 'volunteer' || text === 'handle';

/** The page of one order on a side. */
export const orderPath = (side: SideName, code: string): string => `${sides[side].order}/${code}`;
