import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { PhonePage } from './phone-page';
import { type PlainTopic, plainWords } from './plain-words';
import type { Translate } from './translate';

/**
 * A page that has nothing but a sentence and the ways onward: not found, not allowed. The root's travel with every page, so
 * they ask no database.
 */
export async function PlainMessage({ topic }: { topic: PlainTopic }) {
  const t = (await getTranslations()) as unknown as Translate;
  const { title, text, ways } = plainWords(topic, t, null);
  return (
    // Its own address is not known here; another size or language leads back to where it was asked for.
    <PhonePage back={{ href: '/', label: t('error.home') }} returnTo="">
      <EmptyState
        as="h1"
        title={title}
        words={text}
        action={
          <div className="btn-row">
            {ways.map(({ href, label }, at) => (
              <LinkButton key={href} href={href} kind={at === 0 ? 'primary' : 'outline'}>
                {label}
              </LinkButton>
            ))}
          </div>
        }
      />
    </PhonePage>
  );
}
