import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { enterPage } from '@/app/_shell/enter';
import { readPreferences } from '@/app/_shell/read-preferences';
import { UnownedSections } from '@/app/_supervision/unowned-sections';
import { listUnowned } from '@/lib/orders/queries/list-unowned';

const at = '/desk/unowned';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('supervision.unowned'))('title') };
}

/** The board 没人管的单: what nobody holds, nobody holds any more, or nobody answers for; with who was told when. */
export default async function UnownedOrders() {
  const ctx = await enterPage(at, 'dispatch', 'oversee');
  const [t, { locale }, found] = await Promise.all([getTranslations(), readPreferences(), listUnowned(ctx)]);
  return (
    <DeskPage ctx={ctx} current={at} returnTo={at}>
      <div className="desk-body stack">
        <h1>{t('supervision.unowned.title')}</h1>
        <p className="quiet">{t('supervision.unowned.words')}</p>
        <p>
          <a className="alone" href="/desk/supervisions">
            {t('supervision.list.title')}
          </a>
        </p>
        <UnownedSections {...{ found, locale, t }} actor={ctx.actor} now={ctx.now()} />
      </div>
    </DeskPage>
  );
}
