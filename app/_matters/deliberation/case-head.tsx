import { Icon } from '@/components/icon';
import type { Locale } from '@/components/preferences';
import type { DeliberationDetail } from '@/lib/deliberation/queries/get-deliberation';
import { publicStatuses } from '@/lib/deliberation/status';
import { formatDay } from '../../_order/when';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { StatusChip } from './case-rows';

interface Props {
  detail: DeliberationDetail;
  now: number;
  locale: Locale;
  t: Translate;
}

/** What it is, where it stands, and as residents see it. */
export function CaseHead({ detail, now, locale, t }: Props) {
  const isPublic = publicStatuses.some((status) => status === detail.status);
  const inChinese = detail.title.en === detail.title.zh ? wordsLang(locale) : undefined;
  return (
    <header className="stack-tight">
      <h1 lang={inChinese}>{nameIn(locale, detail.title)}</h1>
      <p className="chips">
        <StatusChip status={detail.status} t={t} />
        <span className="quiet">{detail.code}</span>
        <span className="quiet">{t('matters.opened', { day: formatDay(detail.openedAt, now, locale) })}</span>
        <span className="quiet">{t(`deliberation.motive.${detail.motive}`)}</span>
        {detail.sources > 0 && <span className="quiet">{t('matters.answers', { count: detail.sources })}</span>}
      </p>
      {isPublic ? (
        <p>
          <a className="alone" href={`/board/${detail.code}`}>
            <Icon name="eye" className="icon-text" />
            {t('matters.as_residents_see')}
          </a>
        </p>
      ) : (
        <p className="quiet small">{t(detail.status === 'propose' ? 'matters.draft' : 'matters.not_public')}</p>
      )}
    </header>
  );
}

/** By which rules it is decided, and when they were compared with their text. */
export function RuleFoot({ detail, t }: Pick<Props, 'detail' | 't'>) {
  const { pack, legalForm } = detail;
  return (
    <footer className="rule-foot quiet small">
      <p>
        {t('matters.foot.pack', {
          form: t(`deliberation.legalForm.${legalForm}`),
          pack: t(`deliberation.pack.${pack.id}`),
        })}{' '}
        {t('matters.foot.checked', { day: pack.checkedOn })}
        {t('matters.foot.stop')} {t('matters.foot.keeps')}
      </p>
      {pack.unread && <p>{t('matters.foot.unread')}</p>}
    </footer>
  );
}
