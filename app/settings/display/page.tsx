import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LanguageCards } from '@/app/_shell/language-cards';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { modes } from '@/components/preferences';
import '@/app/_resident/resident.css';
import '@/app/_resident/pages.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('display'))('title') };
}

/** R19: size and language, each answer shown in its own size before it is saved. A plain form to `/mode`. */
export default async function Display() {
  const [t, { locale, mode }] = await Promise.all([getTranslations(), readPreferences()]);
  return (
    <PhonePage back={{ href: '/me', label: t('nav.me') }} returnTo="/settings/display">
      <h1>{t('display.title')}</h1>
      <p>{t('display.intro')}</p>
      <form method="post" action="/mode" className="display-form stack">
        <input type="hidden" name="return" value="/settings/display" />
        <RadioCards
          name="mode"
          label={t('me.size')}
          choices={modes.map((value) => ({
            value,
            label: (
              <span className={`sample-${value}`}>
                <b>{t(`mode.${value}`)}</b>
                <br />
                {t(`display.sample.${value}`)}
              </span>
            ),
          }))}
          value={mode}
        />
        <LanguageCards locale={locale} t={t} />
        <section className="card sample" aria-label={t('display.preview')}>
          <p className="quiet">{t('display.preview')}</p>
          <p className="strong">{t('display.sample_title')}</p>
          <p>{t('display.sample_words')}</p>
        </section>
        <Button icon="check" large wide>
          {t('common.save')}
        </Button>
      </form>
      <p className="quiet small">{t('display.note')}</p>
      <p>
        <a className="alone" href="/a11y">
          {t('a11y.title')}
        </a>
      </p>
    </PhonePage>
  );
}
