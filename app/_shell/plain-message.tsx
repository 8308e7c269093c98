import { getTranslations } from 'next-intl/server';
import { PhonePage } from './phone-page';
import { type PlainTopic, plainWords } from './plain-words';
import type { Translate } from './translate';
import { WayOut } from './way-out';

/**
 * A page that has nothing but a sentence and the ways onward: not found, not allowed. The root's travel with every page, so
 * they ask no database.
 */
export async function PlainMessage({ topic }: { topic: PlainTopic }) {
  const t = (await getTranslations()) as unknown as Translate;
  return (
    // Its own address is not known here; another size or language leads back to where it was asked for.
    <PhonePage back={{ href: '/', label: t('error.home') }} returnTo="">
      <WayOut {...plainWords(topic, t, null)} />
    </PhonePage>
  );
}
