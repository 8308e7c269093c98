import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { Icon } from '@/components/icon';
import { Notice } from '@/components/notice';
import { Views } from '@/components/views';
import { claimStanding } from '@/lib/orders/queries/claim-standing';
import { listPool } from '@/lib/orders/queries/list-pool';
import { orderCapHours } from '@/lib/volunteers/hours';
import { enterPage } from '../_shell/enter';
import { readKept } from '../_shell/kept';
import { rowName } from '../_shell/names';
import { readPreferences } from '../_shell/read-preferences';
import { barOf } from '../_work/claim-button';
import { ownCells } from '../_work/own-cells';
import { PoolCard } from '../_work/pool-card';
import { poolHref, readPoolQuery } from '../_work/pool-query';
import { PositionButton } from '../_work/position-button';
import { SidePage } from '../_work/side-page';
import { TaskList } from '../_work/task-list';
import type { Query } from '../_work/task-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('pool') };
}

/** V1: what may be claimed now, the nearest or the most urgent first. */
export default async function Pool({ searchParams }: { searchParams: Query }) {
  const asked = await searchParams;
  const query = readPoolQuery(asked);
  const here = poolHref(query);
  const ctx = await enterPage(here, 'volunteer');
  const [t, { locale }, cells, refused, standing] = await Promise.all([
    getTranslations(),
    readPreferences(),
    ownCells(ctx),
    readKept(ctx, 'pool', asked.form),
    claimStanding(ctx),
  ]);
  const cards = await listPool(ctx, { near: query.near ?? cells.centre ?? undefined, sort: query.sort });
  const now = ctx.now();
  const reader = { standing, now, locale, t };
  const bar = barOf(reader);
  const nameOf = (code: string) => {
    const cell = cells.all.find((one) => one.code === code);
    return cell ? rowName(locale, cell) : code;
  };
  return (
    <SidePage side="volunteer" ctx={ctx} tab="/volunteer" title={t('nav.pool')} returnTo={here}>
      {asked.taken && <Notice kind="info">{t('reason.order.already_claimed')}</Notice>}
      {(refused || bar) && (
        <Notice kind={bar ? 'wait' : 'bad'}>
          <p id="errors">{bar ? bar.words : refused?.message}</p>
          <p>
            <a href="/volunteer/tasks">{t('volunteer.pool.to_tasks')}</a>
          </p>
        </Notice>
      )}
      {cards.length === 0 ? (
        <EmptyState
          title={t('volunteer.pool.empty')}
          words={t('volunteer.pool.empty_words')}
          action={
            <LinkButton kind="outline" href={here}>
              {t('volunteer.pool.refresh')}
            </LinkButton>
          }
        />
      ) : (
        <>
          <div className="pool-tools">
            <Views
              label={t('volunteer.pool.sort')}
              views={(['near', 'due'] as const).map((sort) => ({
                href: poolHref({ ...query, sort }),
                label: t(`volunteer.pool.${sort}`),
                current: query.sort === sort,
              }))}
            />
            <form action="/volunteer" className="chips">
              {query.sort === 'due' && <input type="hidden" name="sort" value="due" />}
              <input type="hidden" name="lat" />
              <input type="hidden" name="lng" />
              <PositionButton
                icon={<Icon name="map-pin" />}
                label={t('volunteer.pool.from_here')}
                waiting={t('work.arrive.waiting')}
                failed={t('volunteer.pool.no_position')}
                kind="outline"
                digits={4}
              />
            </form>
          </div>
          <TaskList>
            {cards.map((card) => (
              <PoolCard key={card.code} card={card} cellName={nameOf(card.cell)} {...reader} />
            ))}
          </TaskList>
        </>
      )}
      <div className="quiet small stack-tight">
        <p>{t('volunteer.pool.rules')}</p>
        {cards.length > 0 && <p>{t('volunteer.pool.hours', { most: orderCapHours })}</p>}
      </div>
    </SidePage>
  );
}
