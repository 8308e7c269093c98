import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { SendKey } from '@/app/_desk/send-key';
import { enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { rowName } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { ColourChip } from '@/app/_supervision/colour-chip';
import { NoticeFacts, RepliesCard, ToldCard } from '@/app/_supervision/notice-cards';
import { NoticeState } from '@/app/_supervision/notice-rows';
import { orderHref, readers } from '@/app/_supervision/order-href';
import { ReplyForm } from '@/app/_supervision/reply-form';
import { LinkButton } from '@/components/button';
import { Columns } from '@/components/columns';
import { Notice } from '@/components/notice';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { pathText } from '@/lib/kernel/path-text';
import { getSupervision } from '@/lib/orders/queries/get-supervision';
import { getArea } from '@/lib/places/queries/get-area';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('supervision'))('kind') };
}

/** One 督办单: what it is about, whose it is, who was told when, and the answer. */
export default async function Supervision({ params, searchParams }: Props) {
  const [{ code: part }, query] = await Promise.all([params, searchParams]);
  const at = `/desk/supervisions/${encodeURIComponent(pathText(part).toUpperCase())}`;
  const ctx = await enterPage(at, ...readers);
  const [t, { locale }, notice, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, at, getSupervision(ctx, { code: pathText(part) })),
    readKept(ctx, at, query.form),
  ]);
  const now = ctx.now();
  const community = rowName(locale, await getArea(ctx, { code: notice.community }));
  const read = { notice, now, locale, t };
  return (
    <DeskPage ctx={ctx} current="/desk/supervisions" returnTo={at}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk/supervisions">
            {t('supervision.back')}
          </a>
        </p>
        {query.done === 'reply' && <Notice kind="done">{t('supervision.done')}</Notice>}
        <SendKey />
        <header className="order-head stack-tight">
          <p className="quiet small">{t('supervision.kind')}</p>
          <h1 lang="zh-CN">{notice.number}</h1>
          <p className="chips">
            <ColourChip colour={notice.colour} t={t} />
            <NoticeState state={notice.state} t={t} />
          </p>
        </header>
        <Columns
          main={
            <>
              <NoticeFacts
                {...read}
                {...{ community }}
                orderHref={notice.order && orderHref(ctx.actor, notice.order.code)}
              />
              {notice.abilities.includes('reply') && (
                <ReplyForm code={notice.code} kept={kept} today={shanghaiDate(now)} t={t} />
              )}
            </>
          }
          side={
            <>
              <RepliesCard {...read} />
              <ToldCard {...read} />
              <p>
                <LinkButton href={`/desk/supervisions/${notice.code}/print`} kind="outline" icon="printer">
                  {t('supervision.print.link')}
                </LinkButton>
              </p>
            </>
          }
        />
      </div>
    </DeskPage>
  );
}
