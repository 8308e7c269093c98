import { LinkButton } from '@/components/button';
import { Views } from '@/components/views';
import { DomainError } from '@/lib/kernel/errors';
import { listCommunities } from '@/lib/places/queries/list-communities';
import { getMonthReport } from '@/lib/stats/queries/get-month-report';
import { monthName } from '../_resident/cases/month-name';
import { rowName } from '../_shell/names';
import { trackAnswer } from '../_track/answers';
import { trackFrame } from '../_track/frame';
import type { Reader } from '../_track/viewer';
import { refusedBoard } from './board-answer';
import type { Medium, PublicContext } from './board-kind';
import { documentCss } from './document-css';
import { type MonthQuery, monthHref, readMonth } from './month-query';
import { MonthView } from './month-view';
import { paperSheet } from './paper-shell';
import { publicContext } from './public-context';

const monthCss = `
.figure{font-size:var(--fs-h2)}
.month-bars{display:grid;grid-auto-flow:column;grid-auto-columns:minmax(0,1fr);gap:6px}
.month-bars li{text-align:center;overflow-wrap:anywhere;font-size:var(--fs-sm)}
.month-bars svg{display:block;width:100%;height:130px;border-bottom:1.5px solid var(--ink-400)}
.lengths>li{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:2px 10px;align-items:center}
.lengths>li+li{margin-top:4px}
.lengths svg{display:block;width:100%;height:1em}
html[data-mode=xl] .lengths>li{grid-template-columns:minmax(0,1fr)}
`;
const monthPaperCss = '.paper .month-bars svg{height:32mm}';

async function load(ctx: PublicContext, query: MonthQuery) {
  const communities = await listCommunities(ctx);
  const community = communities.find(({ code }) => code === query.community) ?? communities[0];
  if (!community) throw new DomainError('not_found', 'place.area_unknown');
  return { communities, report: await getMonthReport(ctx, { community: community.code, month: query.month }) };
}

/** `GET /stats` (R15): 社区月报, whole without script; `paper`: its sheet for the wall. */
export async function monthAnswer(request: Request, reader: Reader, medium: Medium): Promise<Response> {
  const { t, locale } = reader;
  const nonce = request.headers.get('x-nonce');
  const query = readMonth(request.url);
  let ctx: PublicContext | null = null;
  try {
    ctx = await publicContext();
    const { communities, report } = await load(ctx, query);
    const { month, older, newer } = report;
    const community = communities.length > 1 ? report.area.code : undefined;
    const title = `${t('stats.title')} · ${monthName(month, locale)}`;
    const view = <MonthView report={report} reader={reader} medium={medium} />;
    if (medium === 'paper') {
      const path = monthHref({ community, month });
      const css = monthCss + monthPaperCss;
      return await paperSheet(ctx, reader, { title, path, scan: t('stats.scan'), css, nonce, children: view });
    }
    const body = await trackFrame(ctx, reader, {
      back: { href: '/board', label: t('nav.board') },
      returnTo: monthHref(query),
      actions: (
        <LinkButton kind="outline" icon="printer" href={monthHref({ community, month }, true)}>
          {t('board.print.open')}
        </LinkButton>
      ),
      children: (
        <>
          {communities.length > 1 && (
            <Views
              label={t('cases.community')}
              views={communities.map((one) => ({
                href: monthHref({ community: one.code, month }),
                label: rowName(locale, one),
                current: one.code === community,
              }))}
            />
          )}
          {view}
          <nav className="btn-row" aria-label={t('cases.months')}>
            {older && (
              <LinkButton kind="outline" href={monthHref({ community, month: older })}>
                {t('cases.older', { month: monthName(older, locale) })}
              </LinkButton>
            )}
            {newer && (
              <LinkButton kind="outline" href={monthHref({ community, month: newer })}>
                {t('cases.newer', { month: monthName(newer, locale) })}
              </LinkButton>
            )}
          </nav>
        </>
      ),
    });
    return await trackAnswer(reader, { title, body, nonce, css: documentCss + monthCss });
  } catch (error) {
    return refusedBoard(ctx, reader, error, nonce);
  }
}
