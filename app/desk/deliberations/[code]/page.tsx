import '@/app/_matters/matters.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { SendKey } from '@/app/_desk/send-key';
import { CaseHead, RuleFoot } from '@/app/_matters/deliberation/case-head';
import { CasePapers } from '@/app/_matters/deliberation/case-papers';
import { resultWords } from '@/app/_matters/deliberation/case-words';
import { FilesCard, filesForm } from '@/app/_matters/deliberation/files-card';
import { KeptNotice } from '@/app/_matters/deliberation/kept-notice';
import { LeadCard } from '@/app/_matters/deliberation/lead-card';
import { loadCasePage } from '@/app/_matters/deliberation/load-case-page';
import { OtherSteps } from '@/app/_matters/deliberation/other-steps';
import { Rail } from '@/app/_matters/deliberation/rail';
import { readStep } from '@/app/_matters/deliberation/step-fields';
import { addressOf, enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import type { Translate } from '@/app/_shell/translate';
import { Notice } from '@/components/notice';
import type { DeliberationDetail } from '@/lib/deliberation/queries/get-deliberation';
import { pathText } from '@/lib/kernel/path-text';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: pathText((await params).code).toUpperCase() };
}

/** What was done; of a vote that passed, with its result. Why one failed stands in the card of the next step. */
function doneWords(done: string, { meetings }: DeliberationDetail, t: Translate): string {
  const held = done === 'close_vote' ? meetings.findLast((one) => one.yes !== null) : undefined;
  const words = t(`matters.done.${done}`);
  return held?.state === 'passed' ? `${words}${resultWords(held, t) ?? ''}` : words;
}

/** One case of 四议两公开: its stones, its next step as the one open form, and all that was written. */
export default async function DeliberationCase({ params, searchParams }: Props) {
  const code = pathText((await params).code).toUpperCase();
  const path = `/desk/deliberations/${code}`;
  const query = await searchParams;
  const ctx = await enterPage(addressOf(path, query), 'dispatch');
  const [t, { locale }, data, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, path, loadCasePage(ctx, code)),
    readKept(ctx, path, query.form),
  ]);
  const { detail } = data;
  const now = ctx.now();
  const done = ['open', filesForm].find((one) => one === query.done) ?? readStep(query.done);
  const shared = { data, kept, now, locale, t };
  return (
    <DeskPage ctx={ctx} current="/desk/matters" returnTo={path}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href="/desk/deliberations">
            {t('matters.back_list')}
          </a>
        </p>
        {done && <Notice kind="done">{doneWords(done, detail, t)}</Notice>}
        <SendKey />
        <KeptNotice {...{ kept, data, t }} />
        <CaseHead {...{ detail, now, locale, t }} />
        <div className="case-page">
          <div className="case-acts stack">
            <LeadCard {...shared} />
            <OtherSteps {...shared} />
          </div>
          <section className="case-rail card" aria-labelledby="rail">
            <h2 id="rail" className="away">
              {t('matters.stages')}
            </h2>
            <Rail {...{ detail, now, locale, t }} />
          </section>
          <div className="case-rest stack">
            <CasePapers {...{ detail, now, locale, t }} />
            <FilesCard {...shared} />
            <RuleFoot {...{ detail, t }} />
          </div>
        </div>
      </div>
    </DeskPage>
  );
}
