import '@/app/_matters/matters.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { sections } from '@/app/_matters/sections';
import { enterPage } from '@/app/_shell/enter';
import { readPreferences } from '@/app/_shell/read-preferences';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('matters') };
}

/** Matters that are more than one household's: a section for each kind that this person has a use for. */
export default async function Matters() {
  const ctx = await enterPage('/desk/matters', 'dispatch');
  const [t, { locale }] = await Promise.all([getTranslations(), readPreferences()]);
  const now = ctx.now();
  return (
    <DeskPage ctx={ctx} current="/desk/matters" returnTo="/desk/matters">
      <div className="desk-body stack">
        <h1>{t('nav.matters')}</h1>
        <div className="matters">
          {sections
            .filter(({ may }) => may(ctx.actor))
            .map(({ name, Section }) => (
              <Section key={name} {...{ ctx, now, locale, t }} />
            ))}
        </div>
      </div>
    </DeskPage>
  );
}
