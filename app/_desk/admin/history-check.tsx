import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import type { AuditView } from '@/lib/audit/queries/list-audit';
import { formatWhen } from '../../_order/when';
import type { Translate } from '../../_shell/translate';

interface Misfit {
  order?: string;
  seq?: number;
  day?: string;
  what: string;
}

/** The last check: how much was looked at, and 完整, or which order and which event do not fit. */
export function HistoryCheck(props: { entry: AuditView | null; isFresh: boolean; locale: Locale; t: Translate }) {
  const { entry, isFresh, locale, t } = props;
  if (!entry) return <p className="quiet">{t('admin.audit.never_checked')}</p>;
  const count = (name: string) => Number(entry.data[name] ?? 0);
  const first = (Array.isArray(entry.data.first) ? entry.data.first : []) as Misfit[];
  const values = {
    when: formatWhen(entry.at, null, locale),
    orders: count('orders'),
    events: count('events'),
    days: count('days'),
    misfits: count('misfits'),
  };
  if (values.misfits === 0) {
    return <Notice kind={isFresh ? 'done' : 'info'}>{t('admin.audit.intact', values)}</Notice>;
  }
  return (
    <Notice kind="bad">
      <b>{t('admin.audit.broken', values)}</b>
      {first.map((misfit) => (
        <span className="misfit" key={`${misfit.order}-${misfit.seq}-${misfit.day}-${misfit.what}`}>
          {t('admin.audit.misfit', {
            where: misfit.order ?? misfit.day ?? '',
            seq: misfit.seq ?? 0,
            what: t(`admin.audit.fault.${misfit.what}`),
          })}
        </span>
      ))}
    </Notice>
  );
}
