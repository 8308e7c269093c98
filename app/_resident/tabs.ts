import type { Tab } from '@/components/tab-bar';
import type { Translate } from '../_shell/translate';

/** The tabs of a resident's main pages; a tab stands only where its page exists. */
export const residentTabs = (t: Translate, current: '/' | '/mine' | '/board' | '/me'): Tab[] =>
  [
    { href: '/', icon: 'house', label: t('nav.home') } as const,
    { href: '/mine', icon: 'notebook', label: t('nav.mine') } as const,
    { href: '/board', icon: 'megaphone', label: t('nav.board') } as const,
    { href: '/me', icon: 'user', label: t('nav.me') } as const,
  ].map((tab) => ({ ...tab, current: tab.href === current }));
