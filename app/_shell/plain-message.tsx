import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { PhonePage } from './phone-page';

/** A page that has nothing but a sentence and the ways onward: not found, not allowed. */
export async function PlainMessage({ topic }: { topic: 'not_found' | 'forbidden' }) {
  const t = await getTranslations('error');
  return (
    <PhonePage back={{ href: '/', label: t('home') }} returnTo="/">
      <EmptyState
        as="h1"
        title={t(`${topic}.title`)}
        words={t(`${topic}.text`)}
        action={<LinkButton href="/">{t('home')}</LinkButton>}
      />
    </PhonePage>
  );
}
