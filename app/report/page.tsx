import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ReportOutbox } from '@/app/_resident/outbox/report-outbox';
import { atSlip, isElsewhere } from '@/app/_resident/report/at-slip';
import { readCleared } from '@/app/_resident/report/cleared';
import { type ReportDraft, readReportDraft } from '@/app/_resident/report/draft';
import { type Fields, readStep, reportInput, type Step, stepOf } from '@/app/_resident/report/fields';
import { tileNamed } from '@/app/_resident/report/kinds';
import { lastPhone, lastPlace } from '@/app/_resident/report/last-place';
import { loadReport, placeName, placeOf, type ReportData } from '@/app/_resident/report/load-report';
import { BySlip } from '@/app/_resident/report/report-fields';
import { ClearedNote, ClearForm, ReportForm, readClearedEnd, reportFormId } from '@/app/_resident/report/report-form';
import { ReportSteps } from '@/app/_resident/report/report-steps';
import { spoken, wordsOfKind } from '@/app/_resident/report/spoken';
import { reportView } from '@/app/_resident/report/view';
import { rowName } from '@/app/_shell/names';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import type { Translate } from '@/app/_shell/translate';
import type { Locale } from '@/components/preferences';
import '@/app/_resident/resident.css';
import type { Context } from '@/lib/kernel/context';
import { newId } from '@/lib/kernel/ids';
import { currentContext } from '@/lib/transport/session';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('report'))('title') };
}

const text = (value: string | string[] | undefined): string | undefined =>
  typeof value === 'string' && value.length <= 40 ? value : undefined;

interface Slip {
  code: string;
  areaCode: string;
  name: string;
}

/** The slip that was scanned to come here; null for none, and for one that nobody knows. */
async function slipOf(ctx: Context, point: string | undefined, locale: Locale): Promise<Slip | null> {
  const place = point ? await placeOf(ctx, { pointCode: point }) : null;
  return place?.pointCode ? { code: place.pointCode, areaCode: place.areaCode, name: placeName(locale, place) } : null;
}

/**
 * What was refused is said on the page to which the refusal leads, and to whoever goes past it; not to who comes back
 * later, when it may long be mended.
 */
function withIssues(draft: ReportDraft | null, isRefused: boolean, wanted: Step | null): ReportDraft | null {
  const first = draft?.issues[0];
  if (!draft || !first || isRefused || (wanted && stepOf(first.path) < wanted)) return draft;
  return { ...draft, issues: [] };
}

/** R2 and R2e: 我要反映, on one page, or one question a page in elder mode. Posts to `/report/submit`. */
export default async function Report({ searchParams }: Props) {
  const query = await searchParams;
  const [t, { locale, mode }, ctx] = await Promise.all([getTranslations(), readPreferences(), currentContext()]);
  const area = text(query.area);
  const slip = await slipOf(ctx, text(query.point), locale);
  const wanted = readStep(query.step);
  const kept = withIssues(await readReportDraft(ctx), query.refused !== undefined, wanted);
  const draft = kept && slip ? { ...kept, fields: atSlip(kept.fields, slip) } : kept;
  const isElder = mode !== 'standard';
  // Nothing typed yet, nothing to go on with: a later page begins at the first question.
  // What was refused is asked again before anything that comes after it.
  const wrong = draft?.issues[0] && stepOf(draft.issues[0].path);
  const asked = !draft ? 1 : wrong && (!wanted || wrong < wanted) ? wrong : (wanted ?? 1);
  // On one page for everything only the last check, which is for browsers without script, stands alone.
  const end = readClearedEnd(query.cleared);
  const step = isElder ? asked : asked === 4 && query.step === '4' ? 4 : null;
  const said = draft?.fields ?? {};
  // A place that was refused is chosen anew; the summary above leads to the list.
  const isOnPlace = isElder && step === 2 && query.other !== '1' && !draft?.issues.some(isOfPlace);
  const hasPlace = [said.area, said.point, said.address].some(Boolean);
  const offered = isOnPlace ? (hasPlace ? said : await lastPlace(ctx)) : null;
  const isResident = ctx.actor.kind === 'person' && ctx.actor.sessionKind === 'resident';
  // Whoever is signed in is not given the number that somebody else left in this browser.
  const phone = draft || ctx.actor.kind === 'person' ? null : await lastPhone(ctx);
  const given = {
    clientId: newId(),
    ...(phone && { phone, lastPhone: phone }),
    ...(slip && { point: slip.code }),
    ...(kept && slip && isElsewhere(kept.fields, slip) && { moved: 'yes' }),
    ...(area && { area }),
    ...(isResident && ctx.actor.kind === 'person' && { name: ctx.actor.name }),
  };
  // The third page asks for the words, so what stands in their place is not filled in there.
  const fields = draft && (step === null || step === 4) ? await spoken(ctx, said, t) : said;
  const view = reportView(draft && { ...draft, fields }, given);
  const data = await loadReport(ctx, view, text(query.community), locale, t);
  const props = {
    view,
    data,
    locale,
    t,
    placeLine: step === 4 || offered ? await placeLineOf(ctx, offered ?? view.fields, locale) : '',
  };
  const title = step === 4 && !isElder ? t('report.check.heading') : t('report.title');
  return (
    <PhonePage
      back={{ href: '/', label: t('nav.home') }}
      returnTo={step ? `/report?step=${step}` : '/report'}
      sends={reportFormId}
    >
      <ReportOutbox t={t} />
      <h1>{title}</h1>
      {(end || (!draft && (await readCleared(ctx)))) && <ClearedNote end={end} t={t} />}
      {slip && step && step !== 2 && <BySlip place={slip.name} isMoved={view.text('moved') !== ''} t={t} />}
      {data.communities.length > 1 && (!isElder || step === 2) && (
        <CommunityLinks data={data} locale={locale} href={isElder ? '/report?step=2&other=1&' : '/report?'} t={t} />
      )}
      {step ? (
        <ReportSteps
          {...props}
          step={step}
          instead={step === 3 ? await wordsOfKind(ctx, view.fields, t) : ''}
          offered={offered}
          tile={step === 1 ? tileNamed(query.tile) : null}
          isOnePage={!isElder}
        />
      ) : (
        <ReportForm {...props} />
      )}
      {draft && step !== 4 && <ClearForm t={t} />}
    </PhonePage>
  );
}

const isOfPlace = ({ path }: { path: string }) => stepOf(path) === 2;

/** Place and door as they are read back. */
async function placeLineOf(ctx: Context, fields: Fields, locale: Locale): Promise<string> {
  const said = reportInput(fields, []).place;
  const found = await placeOf(ctx, said);
  return [found ? placeName(locale, found) : (said.address ?? ''), said.detail ?? ''].filter(Boolean).join(' ');
}

function CommunityLinks({ data, locale, href, t }: { data: ReportData; locale: Locale; href: string; t: Translate }) {
  return (
    <nav aria-label={t('report.community')} className="community-links">
      <p className="label">{t('report.community')}</p>
      <ul className="btn-row">
        {data.communities.map((one) => (
          <li key={one.code}>
            <a
              href={`${href}community=${one.code}`}
              aria-current={one.code === data.community?.code ? 'true' : undefined}
            >
              {rowName(locale, one)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
