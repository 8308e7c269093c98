import { DataTable } from '@/components/data-table';
import { Facts } from '@/components/facts';
import { Notice } from '@/components/notice';
import { PhotoStrip } from '@/components/photo-strip';
import type { Locale } from '@/components/preferences';
import { startOfDay } from '@/lib/calendar/shanghai';
import type { ProjectDetail } from '@/lib/projects/queries/get-project';
import { yuan } from '../../_board/amounts';
import { formatDay } from '../../_order/when';
import { wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

interface Props {
  shown: ProjectDetail;
  locale: Locale;
  t: Translate;
}

const dayIn = (locale: Locale) => (date: string) => formatDay(startOfDay(date), null, locale);

/** What is late, in red, with its reason or that there is none yet. */
export function LateNotice({ shown, locale, t }: Props) {
  if (shown.timing === 'on_time' || shown.status === 'completed') return null;
  const date = dayIn(locale)(shown.dueOn);
  const reason = shown.delays[0]?.reason;
  return (
    <Notice kind="bad">
      {t(`project.date.${shown.timing}`, { date })}{' '}
      {shown.timing === 'late' && <span lang={wordsLang(locale)}>{reason}</span>}
    </Notice>
  );
}

/** What was promised, and what stands behind it. */
export function ProjectFacts({ shown, locale, t }: Props) {
  const day = dayIn(locale);
  return (
    <Facts
      facts={[
        { name: t('project.fact.place'), value: <span lang={wordsLang(locale)}>{shown.place}</span> },
        {
          name: t('project.fact.funding'),
          value: shown.fundings.map((one) => t(`project.funding.${one}`)).join(locale === 'en' ? ', ' : '、'),
        },
        { name: t('project.fact.planned'), value: day(shown.plannedOn) },
        { name: t('project.fact.due'), value: day(shown.dueOn) },
        { name: t('project.fact.first_due'), value: shown.firstDueOn === shown.dueOn ? null : day(shown.firstDueOn) },
        { name: t('project.fact.started'), value: shown.startedOn && day(shown.startedOn) },
        { name: t('project.fact.completed'), value: shown.completedOn && day(shown.completedOn) },
        {
          name: t('project.fact.decision'),
          value: shown.deliberationCode && (
            <a className="alone" href={`/desk/deliberations/${shown.deliberationCode}`}>
              {shown.deliberationCode}
            </a>
          ),
        },
        {
          name: t('project.fact.sources'),
          value:
            shown.sourceCodes && shown.sourceCodes.length > 0 ? (
              <ul>
                {shown.sourceCodes.map((code) => (
                  <li key={code}>
                    <a className="alone" href={`/desk/o/${code}`}>
                      {code}
                    </a>
                  </li>
                ))}
              </ul>
            ) : null,
        },
      ]}
    />
  );
}

/** What was spent of the budget: drawn, and each payment beneath with the sum. */
export function ProjectMoney({ shown, locale, t }: Props) {
  const { budgetFen, spentFen, spends } = shown;
  const money = (fen: number) => t('board.money', { amount: yuan(fen, locale) });
  const total = {
    key: 'sum',
    on: t('project.budget.sum'),
    label: t('project.budget.entries', { count: spends.length }),
    amountFen: spentFen,
    receiptNo: '',
    state: 'counts' as const,
    isSum: true,
  };
  return (
    <section className="card stack-tight">
      <h2 className="card-title">{t('project.budget.title')}</h2>
      <svg className="money-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
        <rect width={(spentFen / budgetFen) * 100} height="6" />
      </svg>
      <Facts
        facts={[
          { name: t('project.budget.total'), value: <strong>{money(budgetFen)}</strong> },
          { name: t('project.budget.spent'), value: money(spentFen) },
          { name: t('project.budget.left'), value: money(budgetFen - spentFen) },
        ]}
      />
      {spends.length === 0 ? (
        <p className="quiet">{t('project.budget.none')}</p>
      ) : (
        <DataTable
          caption={t('project.budget.caption')}
          rows={[...spends.map((one) => ({ ...one, key: one.id, isSum: false, on: dayIn(locale)(one.on) })), total]}
          rowKey={(row) => row.key}
          columns={[
            { key: 'on', head: t('project.budget.on'), names: true, cell: (row) => row.on },
            {
              key: 'what',
              head: t('project.budget.what'),
              cell: (row) => (
                <>
                  {row.state !== 'counts' && `${t(`project.budget.${row.state}`)} `}
                  <span lang={row.isSum ? undefined : wordsLang(locale)}>{row.label}</span>
                </>
              ),
            },
            {
              key: 'receipt',
              head: t('project.budget.receipt'),
              cell: (row) => <span lang={wordsLang(locale)}>{row.receiptNo}</span>,
            },
            { key: 'amount', head: t('project.budget.amount'), end: true, cell: (row) => yuan(row.amountFen, locale) },
          ]}
        />
      )}
      {shown.budgets.length > 1 && (
        <>
          <h3>{t('project.budget.changes')}</h3>
          <ul className="stack-tight">
            {shown.budgets.map((one) => (
              <li key={one.version}>
                {formatDay(one.at, null, locale)} ·{' '}
                {one.version === 1
                  ? `${t('project.budget.first')} ${money(one.amountFen)}`
                  : t('project.budget.raised', {
                      amount: yuan(one.amountFen, locale),
                      code: one.deliberationCode ?? '',
                    })}
                {one.version > 1 && <span lang={wordsLang(locale)}> · {one.reason}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** Milestones with their dates, photos of the work, and every change of the date. */
export function ProjectProgress({ shown, locale, t }: Props) {
  const day = dayIn(locale);
  return (
    <>
      <section className="card stack-tight">
        <h2 className="card-title">{t('project.milestone.title')}</h2>
        {shown.milestones.length === 0 ? (
          <p className="quiet">{t('project.milestone.none')}</p>
        ) : (
          <ul className="stack-tight">
            {shown.milestones.map((one) => (
              <li key={one.ordinal}>
                <span className="strong" lang={wordsLang(locale)}>
                  {one.title}
                </span>{' '}
                <span className="quiet">
                  {t('project.milestone.due', { date: day(one.dueOn) })}
                  {one.doneOn && ` · ${t('project.milestone.done', { date: day(one.doneOn) })}`}
                </span>
                {one.words && <span lang={wordsLang(locale)}> {one.words}</span>}
              </li>
            ))}
          </ul>
        )}
      </section>
      {shown.photos.length > 0 && (
        <section className="card stack-tight">
          <h2 className="card-title">{t('project.photo.title')}</h2>
          <PhotoStrip
            photos={shown.photos.map((one) => ({
              src: `/photos/${one.id}?size=thumb`,
              href: `/photos/${one.id}`,
              alt: t('project.photo.alt', { words: one.words, date: day(one.takenOn) }),
            }))}
          />
        </section>
      )}
      {shown.delays.length > 0 && (
        <section className="card stack-tight">
          <h2 className="card-title">{t('project.date.title')}</h2>
          <ul className="stack-tight">
            {shown.delays.map((one) => (
              <li key={`${one.at}-${one.missedOn}`}>
                {delayWords(shown, one, day, t)} · <span lang={wordsLang(locale)}>{one.reason}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

/** A date that was moved, one that passed, or the end of a project that was stopped. */
export function delayWords(
  shown: Pick<ProjectDetail, 'status' | 'delays'>,
  one: ProjectDetail['delays'][number],
  day: (date: string) => string,
  t: Translate,
): string {
  const from = day(one.missedOn);
  if (one.newDueOn) return t('project.date.postponed', { from, to: day(one.newDueOn) });
  const isEnd = shown.status === 'stopped' && one === shown.delays[0];
  return t(isEnd ? 'project.date.ended' : 'project.date.missed', { from });
}
