import '@/app/_matters/matters.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { answerState, answerTime, dayText } from '@/app/_board/answer-state';
import { readCode } from '@/app/_board/kinds';
import { DeskPage } from '@/app/_desk/desk-page';
import { SendKey } from '@/app/_desk/send-key';
import { AnswerChip } from '@/app/_matters/answers/answer-rows';
import { NextForms } from '@/app/_matters/answers/next-forms';
import { SaidList } from '@/app/_matters/answers/said-list';
import { enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { nameIn, wordsLang } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { CardHead } from '@/components/card-head';
import { Columns } from '@/components/columns';
import { Facts } from '@/components/facts';
import { Notice } from '@/components/notice';
import { getAnswer } from '@/lib/answers/queries/get-answer';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { pathText } from '@/lib/kernel/path-text';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const doneKeys = ['give', 'restate', 'fulfil', 'take_back', 'reword', 'link'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('answers'))('kind') };
}

/** One answer at the desk: how it stands, what was said, and what may be said next. */
export default async function Answer({ params, searchParams }: Props) {
  const [{ code: part }, query] = await Promise.all([params, searchParams]);
  const code = readCode(pathText(part));
  const at = `/desk/answers/${code}`;
  const ctx = await enterPage(at, 'dispatch', 'handle');
  const [t, { locale }, shown, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, at, getAnswer(ctx, { code })),
    readKept(ctx, at, query.form),
  ]);
  const done = doneKeys.find((key) => key === query.done);
  return (
    <DeskPage ctx={ctx} current="/desk/matters" returnTo={at}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk/answers">
            {t('answers.back')}
          </a>
        </p>
        {done && <Notice kind="done">{t(`answers.step.${done}.done`)}</Notice>}
        <SendKey />
        <Columns
          main={
            <>
              <section className="card stack">
                <CardHead
                  as="h1"
                  title={
                    <span lang={shown.title.en === shown.title.zh ? wordsLang(locale) : undefined}>
                      {nameIn(locale, shown.title)}
                    </span>
                  }
                  aside={<AnswerChip state={answerState(shown)} t={t} />}
                  meta={answerTime(shown, ctx.now(), { t, locale })}
                />
                <Facts
                  facts={[
                    {
                      name: t('answers.number'),
                      value: (
                        <a className="alone" href={`/board/${shown.code}`}>
                          {shown.code}
                        </a>
                      ),
                    },
                    {
                      name: t('answers.order'),
                      value: shown.order && (
                        <a className="alone" href={`/desk/o/${shown.order}`}>
                          {shown.order}
                        </a>
                      ),
                    },
                    { name: t('answers.decided'), value: t(`answers.decision.${shown.decision}`) },
                    {
                      name: t('answers.weighed'),
                      value: `${t(`answers.by.${shown.weighedBy}`)} · ${dayText(shown.weighedOn, locale)}`,
                    },
                    {
                      name: t('answers.form.deliberation'),
                      value: shown.deliberation && (
                        <a className="alone" href={`/board/${shown.deliberation}`}>
                          {shown.deliberation}
                        </a>
                      ),
                    },
                    {
                      name: t('answers.form.project'),
                      value: shown.project && (
                        <a className="alone" href={`/board/${shown.project}`}>
                          {shown.project}
                        </a>
                      ),
                    },
                  ]}
                />
                {shown.isHidden && <p className="quiet">{t('answers.hidden')}</p>}
              </section>
              <NextForms shown={shown} kept={kept} lead={shown.late} today={shanghaiDate(ctx.now())} t={t} />
            </>
          }
          side={<SaidList shown={shown} locale={locale} t={t} />}
        />
      </div>
    </DeskPage>
  );
}
