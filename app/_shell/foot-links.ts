import type { FooterLink } from '@/components/site-footer';
import type { Translate } from './translate';

/** What stands in the foot of every page after the telephone, in the same order everywhere (WCAG 2.2, 3.2.6). */
export const footLinks = (t: Translate): FooterLink[] => [
  { href: '/help', label: t('help.title'), icon: 'help' },
  { href: '/privacy', label: t('privacy.title') },
  { href: '/a11y', label: t('a11y.title') },
];
