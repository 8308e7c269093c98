import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { addressOf, enterPage, orPage } from '@/app/_shell/enter';
import { readPreferences } from '@/app/_shell/read-preferences';
import { NoticeRows } from '@/app/_supervision/notice-rows';
import { readers } from '@/app/_supervision/order-href';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { listSupervisions } from '@/lib/orders/queries/list-supervisions';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const at = '/desk/supervisions';
const states = ['open', 'late', 'answered', 'all'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('supervision.list'))('title') };
}

/** The 督办单 that this person was told of, or sees as staff: what waits for an answer first. */
export default async function Supervisions({ searchParams }: Props) {
  const query = await searchParams;
  const ctx = await enterPage(addressOf(at, query), ...readers);
  const state = states.find((one) => one === query.state) ?? 'open';
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;
  const [t, { locale }, list] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, at, listSupervisions(ctx, { state, cursor, limit: 30 })),
  ]);
  const here = addressOf(at, { state });
  return (
    <DeskPage ctx={ctx} current={at} returnTo={here}>
      <div className="desk-body stack">
        <h1>{t('supervision.list.title')}</h1>
        <nav aria-label={t('supervision.list.filter')} className="chips">
          {states.map((one) => (
            <a
              key={one}
              className="mode-chip"
              href={addressOf(at, { state: one })}
              aria-current={one === state ? 'page' : undefined}
            >
              {t(`supervision.list.${one}`)}
            </a>
          ))}
        </nav>
        {list.items.length > 0 ? (
          <NoticeRows items={list.items} label={t('supervision.list.title')} now={ctx.now()} {...{ locale, t }} />
        ) : (
          <EmptyState title={t('supervision.list.none')} words={t('supervision.list.none_words')} />
        )}
        <CursorPager
          label={t('common.pager.label')}
          first={cursor ? { href: here, label: t('common.pager.first') } : undefined}
          next={
            list.nextCursor
              ? { href: addressOf(at, { state, cursor: list.nextCursor }), label: t('common.pager.next') }
              : undefined
          }
        />
      </div>
    </DeskPage>
  );
}
