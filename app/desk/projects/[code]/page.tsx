import '@/app/_work/work.css';
import '@/app/_matters/project/project.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { SendKey } from '@/app/_desk/send-key';
import { listPath } from '@/app/_matters/project/paths';
import { LateNotice, ProjectFacts, ProjectMoney, ProjectProgress } from '@/app/_matters/project/project-facts';
import { ProjectChips } from '@/app/_matters/project/project-rows';
import { readStep } from '@/app/_matters/project/step-fields';
import { StepForms } from '@/app/_matters/project/step-forms';
import { addressOf, enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { nameIn, wordsLang } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Columns } from '@/components/columns';
import { Notice } from '@/components/notice';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { getProject } from '@/lib/projects/queries/get-project';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await params).code };
}

/** One project at the desk: what was promised, what it cost, how far it is, and what may be done now. */
export default async function Project({ params, searchParams }: Props) {
  const [{ code }, query] = await Promise.all([params, searchParams]);
  const path = `${listPath}/${code}`;
  const ctx = await enterPage(addressOf(path, query), 'dispatch');
  const [t, { locale }, shown, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, path, getProject(ctx, { code: code.toUpperCase() })),
    readKept(ctx, path, query.form),
  ]);
  const part = { shown, locale, t };
  const isDone = query.done === 'open' || readStep(query.done) !== null;
  return (
    <DeskPage ctx={ctx} current="/desk/matters" returnTo={path}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href={listPath}>
            {t('project.desk.back')}
          </a>
        </p>
        {isDone && <Notice kind="done">{t('project.desk.done')}</Notice>}
        <h1 lang={shown.title.en === shown.title.zh ? wordsLang(locale) : undefined}>{nameIn(locale, shown.title)}</h1>
        <p>
          {shown.code} <ProjectChips {...shown} t={t} />
        </p>
        <LateNotice {...part} />
        <p lang={wordsLang(locale)}>{shown.words}</p>
        <SendKey />
        <Columns
          main={
            <>
              {shown.abilities.length > 0 && (
                <StepForms shown={shown} kept={kept} today={shanghaiDate(ctx.now())} t={t} />
              )}
              <div className="card">
                <ProjectFacts {...part} />
              </div>
            </>
          }
          side={
            <>
              <ProjectMoney {...part} />
              <ProjectProgress {...part} />
            </>
          }
        />
        <p>
          <a className="alone" href={`/board/${shown.code}`}>
            {t('project.desk.public')}
          </a>
        </p>
      </div>
    </DeskPage>
  );
}
