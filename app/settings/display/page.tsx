import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { LanguageCards } from '@/app/_shell/language-cards';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { Notice } from '@/components/notice';
import { localeCookie, modeCookie, modes } from '@/components/preferences';
import '@/app/_resident/resident.css';
import '@/app/_resident/pages.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('display'))('title') };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Of the form, which the buttons below the page send along: what was chosen and not yet saved is not lost by them. */
const formId = 'display';

/** R19: size and language, each answer shown in its own size before it is saved. A plain form to `/mode`. */
export default async function Display({ searchParams }: Props) {
  const [{ saved }, t, { locale, mode }, jar] = await Promise.all([
    searchParams,
    getTranslations(),
    readPreferences(),
    cookies(),
  ]);
  const isKept = jar.has(modeCookie) || jar.has(localeCookie);
  return (
    <PhonePage back={{ href: '/me', label: t('nav.me') }} returnTo="/settings/display" sends={formId}>
      <h1>{t('display.title')}</h1>
      {saved !== undefined && (
        <Notice kind={isKept ? 'done' : 'bad'}>{t(isKept ? 'display.saved' : 'display.not_kept')}</Notice>
      )}
      <p>{t('display.intro')}</p>
      <form id={formId} method="post" action="/mode" className="display-form stack">
        <input type="hidden" name="return" value="/settings/display?saved=1" />
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
