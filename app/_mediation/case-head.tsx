import { CardHead } from '@/components/card-head';
import type { Locale } from '@/components/preferences';
import { StepBar } from '@/components/step-bar';
import type { MediationDetail } from '@/lib/mediation/queries/get-mediation';
import { formatDay } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { dayWords } from './day-words';
import { isOpen, stonesOf } from './next-step';
import { StateChip } from './state-chip';

/** What it is about, how it stands, who mediates, and that it is secret. `atDesk`: whether the reader has the desk's pages. */
export function CaseHead(props: {
  found: MediationDetail;
  atDesk: boolean;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { found, atDesk, now, locale, t } = props;
  const { mediator, proposed } = found;
  const lines = [
    t('mediation.head.opened', { code: found.code, when: formatDay(found.openedAt, now, locale) }),
    mediator &&
      t('mediation.head.mediator', { name: nameIn(locale, mediator.name), kind: t(`mediation.kind.${mediator.kind}`) }),
    proposed &&
      isOpen(found.status) &&
      t('mediation.head.proposed', { name: nameIn(locale, proposed.name), kind: t(`mediation.kind.${proposed.kind}`) }),
    isOpen(found.status) && t('mediation.head.planned', { until: dayWords(found.plannedUntil, now, locale) }),
  ];
  return (
    <section className="card stack">
      <CardHead
        as="h1"
        title={<span lang={wordsLang(locale)}>{found.title}</span>}
        aside={<StateChip status={found.status} t={t} />}
        meta={lines.filter(Boolean).map((line) => (
          <span key={String(line)} className="service-code">
            {line}
          </span>
        ))}
      />
      {(isOpen(found.status) || found.settledOn) && (
        <StepBar
          steps={stonesOf(found).map((stone) => ({ ...stone, label: t(`mediation.stone.${stone.key}`) }))}
          words={{ past: t('mediation.stone.past'), now: t('mediation.stone.now'), next: t('mediation.stone.next') }}
        />
      )}
      {found.orderCode && (
        <p>
          {t('mediation.head.order')}{' '}
          {atDesk ? (
            <a className="alone" href={`/desk/o/${found.orderCode}`}>
              {found.orderCode}
            </a>
          ) : (
            found.orderCode
          )}
        </p>
      )}
      <p className="quiet small">{t('mediation.secret')}</p>
    </section>
  );
}
