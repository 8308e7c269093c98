import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { type ReportDraft, readReportDraft } from '@/app/_resident/report/draft';
import { readStep, reportInput, stepOf } from '@/app/_resident/report/fields';
import { loadReport, placeName, placeOf } from '@/app/_resident/report/load-report';
import { ClearForm, ReportForm } from '@/app/_resident/report/report-form';
import { ReportSteps } from '@/app/_resident/report/report-steps';
import { reportView } from '@/app/_resident/report/view';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import '@/app/_resident/resident.css';
import { newId } from '@/lib/kernel/ids';
import { currentContext } from '@/lib/transport/session';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('title') };
}

const text = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && value.length <= 40 ? value : undefined;

/** A slip that was scanned now is nearer than the place of a report that was begun before. */
function atSlip(draft: ReportDraft | null, point: string | undefined): ReportDraft | null {
  if (!draft || !point) return draft;
  const { area: _, address: __, ...fields } = draft.fields;
  return { ...draft, fields: { ...fields, point } };
}

/** R2 and R2e: 我要反映, on one page, or one question a page in elder mode. Posts to `/report/submit`. */
export default async function Report({ searchParams }: Props) {
  const query = await searchParams;
  const [t, { locale, mode }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  const point = text(query.point);
  const draft = atSlip(await readReportDraft(ctx), point);
  const isResident = ctx.actor.kind === 'person' && ctx.actor.sessionKind === 'resident';
  const view = reportView(draft, {
    clientId: newId(),
    ...(point && { point }),
    ...(isResident && ctx.actor.kind === 'person' && { name: ctx.actor.name }),
  });
  const data = await loadReport(ctx, view, text(query.community), locale, t);
  // Nothing typed yet, nothing to go on with: a later page begins at the first question.
  const asked = draft ? (readStep(query.step) ?? stepOf(draft.issues[0]?.path ?? '')) : 1;
  const step = mode === 'standard' ? null : asked;
  const said = reportInput(view.fields, []).place;
  const found = step === 4 ? await placeOf(ctx, said) : null;
  const placeLine = [found ? placeName(locale, found) : (said.address ?? ''), said.detail ?? '']
    .filter(Boolean)
    .join(' ');
  const props = { view, data, t };
  return (
    <PhonePage back={{ href: '/', label: t('nav.home') }} returnTo={step ? `/report?step=${step}` : '/report'}>
      <h1>{t('report.title')}</h1>
      {data.communities.length > 1 && (
        <nav aria-label={t('report.community')} className="community-links">
          <p className="label">{t('report.community')}</p>
          <ul className="btn-row">
            {data.communities.map((one) => (
              <li key={one.code}>
                <a
                  href={`/report?community=${one.code}`}
                  aria-current={one.code === data.community?.code ? 'true' : undefined}
                >
                  {locale === 'en' ? one.nameEn : one.nameZh}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      {step ? <ReportSteps {...props} step={step} locale={locale} placeLine={placeLine} /> : <ReportForm {...props} />}
      {draft && <ClearForm t={t} />}
    </PhonePage>
  );
}
