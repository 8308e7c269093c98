import '@/app/_matters/matters.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dayText } from '@/app/_board/answer-state';
import { readCode } from '@/app/_board/kinds';
import { roundTime } from '@/app/_board/round-state';
import { DeskPage } from '@/app/_desk/desk-page';
import { SendKey } from '@/app/_desk/send-key';
import { EntryList } from '@/app/_matters/rounds/entry-list';
import { NextForms } from '@/app/_matters/rounds/next-forms';
import { PhaseChip } from '@/app/_matters/rounds/round-rows';
import { enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { nameIn, wordsLang } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { CardHead } from '@/components/card-head';
import { Columns } from '@/components/columns';
import { Facts } from '@/components/facts';
import { Notice } from '@/components/notice';
import { pathText } from '@/lib/kernel/path-text';
import { getRound } from '@/lib/rounds/queries/get-round';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const doneKeys = ['open', 'write_down', 'close', 'publish', 'add_to_list'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('rounds'))('kind') };
}

/** One question at the desk: how it stands, what may be done next, and what people said, for those who write the list. */
export default async function Round({ params, searchParams }: Props) {
  const [{ code: part }, query] = await Promise.all([params, searchParams]);
  const code = readCode(pathText(part));
  const at = `/desk/rounds/${code}`;
  const ctx = await enterPage(at, 'dispatch');
  const [t, { locale }, shown, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, at, getRound(ctx, { code, cursor: typeof query.cursor === 'string' ? query.cursor : undefined })),
    readKept(ctx, at, query.form),
  ]);
  const done = doneKeys.find((key) => key === query.done);
  return (
    <DeskPage ctx={ctx} current="/desk/matters" returnTo={at}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk/rounds">
            {t('rounds.back_desk')}
          </a>
        </p>
        {done && <Notice kind="done">{t(`rounds.step.${done}.done`)}</Notice>}
        <SendKey />
        <Columns
          main={
            <>
              <section className="card stack">
                <CardHead
                  as="h1"
                  title={
                    <span lang={shown.question.en === shown.question.zh ? wordsLang(locale) : undefined}>
                      {nameIn(locale, shown.question)}
                    </span>
                  }
                  aside={<PhaseChip phase={shown.phase} t={t} />}
                  meta={roundTime(shown, { t, locale })}
                />
                {shown.words && (
                  <p className="words" lang={wordsLang(locale)}>
                    {shown.words}
                  </p>
                )}
                <Facts
                  facts={[
                    {
                      name: t('rounds.number'),
                      value: (
                        <a className="alone" href={`/board/${shown.code}`}>
                          {shown.code}
                        </a>
                      ),
                    },
                    { name: t('rounds.open.opens_on'), value: dayText(shown.opensOn, locale) },
                    { name: t('rounds.open.closes_on'), value: dayText(shown.closesOn, locale) },
                    ...shown.counts.map(({ way, heads }) => ({
                      name: t(`rounds.way.${way}`),
                      value: t('rounds.heads', { count: heads }),
                    })),
                  ]}
                />
              </section>
              <NextForms shown={shown} kept={kept} t={t} />
            </>
          }
          side={
            shown.entries && (
              <EntryList
                entries={shown.entries}
                count={shown.counts.reduce((sum, one) => sum + one.entries, 0)}
                next={shown.nextCursor && `${at}?cursor=${encodeURIComponent(shown.nextCursor)}`}
                now={ctx.now()}
                locale={locale}
                t={t}
              />
            )
          }
        />
      </div>
    </DeskPage>
  );
}
