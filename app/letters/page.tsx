import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { listPath, newPath } from '@/app/_letters/paths';
import { sendsIn } from '@/app/_letters/sends-in';
import { StateChip } from '@/app/_letters/state-chip';
import { formatDay } from '@/app/_order/when';
import { addressOf, orPage } from '@/app/_shell/enter';
import { wordsLang } from '@/app/_shell/names';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { LinkButton } from '@/components/button';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { ListRow, ListRows } from '@/components/list-rows';
import { Views } from '@/components/views';
import { startOfDay } from '@/lib/calendar/shanghai';
import { listLetters } from '@/lib/letters/queries/list-letters';
import { signedInContext } from '@/lib/transport/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('letter'))('title') };
}

const pageSize = 30;
const viewNames = ['all', 'late', 'mine'] as const;

/** 工作联系单: those that this reader sends, or that went to a unit of theirs. */
export default async function Letters(props: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const query = await props.searchParams;
  const ctx = await signedInContext(addressOf(listPath, query));
  const view = viewNames.find((name) => name === query.view) ?? 'all';
  const cursor = typeof query.cursor === 'string' ? query.cursor : undefined;
  const [t, { locale }, { items, nextCursor }, communities] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, listPath, listLetters(ctx, { view, cursor, limit: pageSize })),
    sendsIn(ctx),
  ]);
  const now = ctx.now();
  return (
    <PhonePage back={{ href: '/me', label: t('nav.me') }} returnTo={addressOf(listPath, query)} wide>
      <h1>{t('letter.title')}</h1>
      <p className="quiet">{t('letter.intro')}</p>
      {communities.length > 0 && (
        <p>
          <LinkButton href={newPath} icon="plus">
            {t('letter.new.title')}
          </LinkButton>
        </p>
      )}
      <Views
        label={t('letter.views')}
        views={viewNames.map((name) => ({
          href: name === 'all' ? listPath : `${listPath}?view=${name}`,
          label: t(`letter.view.${name}`),
          current: name === view,
        }))}
      />
      {items.length === 0 ? (
        <EmptyState title={t(`letter.none.${view}`)} words={t('letter.none.words')} />
      ) : (
        <ListRows label={t(`letter.view.${view}`)}>
          {items.map((item) => (
            <ListRow
              key={item.code}
              href={`${listPath}/${item.code}`}
              title={<span lang={wordsLang(locale)}>{item.subject}</span>}
              meta={[
                item.code,
                t('letter.head.reply_by', { day: formatDay(startOfDay(item.replyBy), now, locale) }),
                item.orderCode,
              ]
                .filter(Boolean)
                .join(' · ')}
              side={<StateChip {...item} t={t} />}
            />
          ))}
        </ListRows>
      )}
      <CursorPager
        label={t('letter.pages')}
        first={cursor ? { href: `${listPath}?view=${view}`, label: t('letter.page.first') } : undefined}
        next={
          nextCursor
            ? {
                href: `${listPath}?view=${view}&cursor=${encodeURIComponent(nextCursor)}`,
                label: t('letter.page.next'),
              }
            : undefined
        }
      />
    </PhonePage>
  );
}
