import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { enterPage, orPage } from '@/app/_shell/enter';
import { readPreferences } from '@/app/_shell/read-preferences';
import { cursorIn, pagerOf } from '@/app/_work/pager';
import { SidePage } from '@/app/_work/side-page';
import type { Query } from '@/app/_work/task-page';
import { signedAs, VerdictDays } from '@/app/_work/verdict-entry';
import { LinkButton } from '@/components/button';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { listVerdicts } from '@/lib/orders/queries/list-verdicts';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('verified') };
}

/** C5: who passed or sent back what, when and why, the newest first; entries are only ever added. */
export default async function VerifyLog({ searchParams }: { searchParams: Query }) {
  const ctx = await enterPage('/verify/log', 'verify');
  const cursor = cursorIn(await searchParams);
  const [t, { locale }, list] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, '/verify/log', listVerdicts(ctx, { limit: 30, cursor })),
  ]);
  const own = list.items.find(({ isOwn }) => isOwn);
  const said = own ? signedAs(own, locale) : null;
  return (
    <SidePage side="verify" ctx={ctx} tab="/verify/log" title={t('nav.verified')} returnTo="/verify/log">
      {list.items.length === 0 ? (
        <EmptyState
          title={t('verify.log_empty')}
          words={t('verify.log_empty_words')}
          action={<LinkButton href="/verify">{t('nav.to_verify')}</LinkButton>}
        />
      ) : (
        <>
          {said && <p className="quiet">{t('verify.log.own', { who: said })}</p>}
          <VerdictDays entries={list.items} {...{ now: ctx.now(), locale, t, said }} />
          <p className="quiet small">{t('verify.log.history')}</p>
        </>
      )}
      <CursorPager {...pagerOf(t, '/verify/log', cursor, list.nextCursor)} />
    </SidePage>
  );
}
