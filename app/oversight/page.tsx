import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { addressOf, enterPage } from '@/app/_shell/enter';
import { readPreferences } from '@/app/_shell/read-preferences';
import { ColouredRows } from '@/app/_supervision/coloured-rows';
import { NoticeRows } from '@/app/_supervision/notice-rows';
import { UnownedSections } from '@/app/_supervision/unowned-sections';
import { CounterStrip } from '@/components/counter-strip';
import { EmptyState } from '@/components/empty-state';
import { listOrders } from '@/lib/orders/queries/list-orders';
import { listSupervisions } from '@/lib/orders/queries/list-supervisions';
import { listUnowned } from '@/lib/orders/queries/list-unowned';

const at = '/oversight';
const colours = ['red', 'yellow'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('supervision.oversight'))('title') };
}

/** S1, S3: what is red and yellow, whether its 督办单 are answered, what nobody looks after, and where to issue one. */
export default async function Oversight() {
  const ctx = await enterPage(at, 'oversee');
  const [t, { locale }, red, yellow, open, found] = await Promise.all([
    getTranslations(),
    readPreferences(),
    listOrders(ctx, { colour: 'red', limit: 100 }),
    listOrders(ctx, { colour: 'yellow', limit: 100 }),
    listSupervisions(ctx, { state: 'open', limit: 50 }),
    listUnowned(ctx),
  ]);
  const read = { now: ctx.now(), locale, t };
  const rows = { red, yellow };
  const urgent = open.items.filter(({ colour }) => colour !== 'blue');
  return (
    <DeskPage ctx={ctx} current={at} returnTo={at}>
      <div className="desk-body stack">
        <h1>{t('supervision.oversight.title')}</h1>
        <CounterStrip
          label={t('supervision.oversight.title')}
          counters={[
            ...colours.map((colour) => ({
              href: `#${colour}`,
              value: rows[colour].items.length,
              label: t(`supervision.oversight.${colour}`),
              tone: colour === 'red' ? ('cinnabar' as const) : ('gold' as const),
            })),
            { href: '#open', value: urgent.length, label: t('supervision.oversight.open') },
            {
              href: '#unowned',
              value: found.unheld.length + found.gone.length + found.unanswered.length,
              label: t('supervision.unowned.title'),
            },
          ]}
        />
        {colours.map((colour) => (
          <section className="card stack" id={colour} key={colour}>
            <h2>{t(`supervision.oversight.${colour}`)}</h2>
            {rows[colour].items.length > 0 ? (
              <ColouredRows {...read} items={rows[colour].items} label={t(`supervision.oversight.${colour}`)} />
            ) : (
              <p className="quiet">{t('supervision.oversight.none')}</p>
            )}
          </section>
        ))}
        <section className="card stack" id="open">
          <h2>{t('supervision.oversight.open')}</h2>
          {urgent.length > 0 ? (
            <NoticeRows {...read} items={urgent} label={t('supervision.oversight.open')} />
          ) : (
            <EmptyState title={t('supervision.list.none')} words={t('supervision.list.none_words')} />
          )}
          <p>
            <a className="alone" href={addressOf('/desk/supervisions', { state: 'all' })}>
              {t('supervision.list.title')}
            </a>
          </p>
        </section>
        <section className="stack" id="unowned">
          <h2>{t('supervision.unowned.title')}</h2>
          <UnownedSections {...read} found={found} actor={ctx.actor} />
        </section>
      </div>
    </DeskPage>
  );
}
