import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { PhonePage } from '../_shell/phone-page';
import { type SideName, sides } from './sides';

/** Not yours, or not there: which role it takes, what may have happened, and the ways onward. */
export async function SideMessage({ side, topic }: { side: SideName; topic: 'forbidden' | 'not_found' }) {
  const t = await getTranslations();
  const { base, list, listLabel } = sides[side];
  const onward = topic === 'forbidden' ? { href: '/login', label: t('work.forbidden.other_account') } : null;
  return (
    <PhonePage
      back={onward ? { href: '/', label: t('error.home') } : { href: list, label: t(listLabel) }}
      returnTo={base}
    >
      <EmptyState
        as="h1"
        title={t(`work.${topic}.title`)}
        words={t(`work.${topic}.${side}`)}
        action={
          <LinkButton href={onward?.href ?? base}>
            {onward?.label ?? t(sides[side].tabs[0]?.label ?? listLabel)}
          </LinkButton>
        }
      />
    </PhonePage>
  );
}
