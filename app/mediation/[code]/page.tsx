import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { CaseEnd } from '@/app/_mediation/case-end';
import { CaseHead } from '@/app/_mediation/case-head';
import { CaseAgreement, CaseTalks } from '@/app/_mediation/case-papers';
import { CaseParties } from '@/app/_mediation/case-parties';
import { LeadStep, OtherSteps } from '@/app/_mediation/case-steps';
import { OtherWays } from '@/app/_mediation/other-ways';
import { casePath, listPath } from '@/app/_mediation/paths';
import { readStep } from '@/app/_mediation/step-fields';
import { addressOf, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Columns } from '@/components/columns';
import { Notice } from '@/components/notice';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { pathText } from '@/lib/kernel/path-text';
import { getMediation } from '@/lib/mediation/queries/get-mediation';
import { listDuty } from '@/lib/mediation/queries/list-duty';
import { listMediators } from '@/lib/mediation/queries/list-mediators';
import { abilitiesOf, isValidOn } from '@/lib/people/policy';
import { signedInContext } from '@/lib/transport/session';

type Props = {
  params: Promise<{ code: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** The title names no case: it stands in the browser's history on whatever phone it was read. */
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mediation'))('studio') };
}

/** One mediation for those inside it; for everybody else there is no such page. */
export default async function MediationPage({ params, searchParams }: Props) {
  const page = casePath(pathText((await params).code)) ?? notFound();
  const code = page.slice(listPath.length + 1);
  const query = await searchParams;
  const ctx = await signedInContext(addressOf(page, query));
  const [t, { locale }, found, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, listPath, getMediation(ctx, { code })),
    readKept(ctx, page, query.form),
  ]);
  const now = ctx.now();
  const today = shanghaiDate(now);
  const community = found.communityCode;
  const form = {
    found,
    kept,
    now,
    today,
    mediators: found.abilities.includes('propose_mediator') ? await listMediators(ctx, { community }) : [],
    duty: found.abilities.includes('ask_opinion')
      ? (await listDuty(ctx, { community })).filter((one) => isValidOn(one, today))
      : [],
    locale,
    t,
  };
  const done = query.done === 'open' ? 'open' : readStep(query.done);
  return (
    <PhonePage back={{ href: listPath, label: t('mediation.tab.cases') }} returnTo={page} wide>
      {done && <Notice kind="done">{t(`mediation.done.${done}`)}</Notice>}
      {kept?.conflict && <Notice kind="bad">{kept.message}</Notice>}
      <Columns
        main={
          <>
            <CaseHead {...{ found, now, locale, t }} atDesk={abilitiesOf(ctx.actor).includes('dispatch')} />
            <CaseEnd {...form} />
            <LeadStep {...form} />
            <CaseParties {...form} />
            <CaseAgreement {...form} />
            <CaseTalks {...form} />
          </>
        }
        side={
          <>
            <OtherSteps {...form} wanted={query.open} />
            {!found.end && <OtherWays ended={false} t={t} />}
          </>
        }
      />
    </PhonePage>
  );
}
