import { DataTable } from '@/components/data-table';
import type { Locale } from '@/components/preferences';
import type { AuditView } from '@/lib/audit/queries/list-audit';
import { formatWhen } from '../../_order/when';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

/** Verbs that have words; another one, of a later version, stands as it is written. */
const known = new Set([
  'access.refused',
  'account.created',
  'account.disabled',
  'account.enabled',
  'api_key.issued',
  'area.legal_form_set',
  'areas.loaded',
  'calendar.day_removed',
  'calendar.day_set',
  'calendar.loaded',
  'calendar.year_covered',
  'calendar.year_uncovered',
  'channel.tested',
  'case.refused',
  'clock.recomputed',
  'contact.revealed',
  'history.verified',
  'login_code.asked',
  'membership.ended',
  'membership.granted',
  'message.resent',
  'order.tie_declared',
  'password.changed',
  'password.reset',
  'people.loaded',
  'session.revoked',
  'deliberation.rules_chosen',
  'delivery.resent',
  'setting.changed',
  'sign_in.accepted',
  'sign_in.refused',
  'tie.declared',
  'tie.ended',
]);

/** Who did what to what, when, and what changed. */
export function AuditTable(props: {
  items: AuditView[];
  names: ReadonlyMap<string, { zh: string; en: string }>;
  locale: Locale;
  t: Translate;
}) {
  const { items, names, locale, t } = props;
  const who = (actorId: string) => {
    const name = names.get(actorId);
    if (name) return nameIn(locale, name);
    return actorId.startsWith('system:') ? t('admin.audit.system') : t('admin.audit.nobody');
  };
  return (
    <DataTable
      caption={t('admin.audit.caption')}
      rows={items}
      rowKey={(entry) => entry.id}
      columns={[
        { key: 'at', head: t('desk.history.at'), cell: (entry) => formatWhen(entry.at, null, locale) },
        { key: 'who', head: t('admin.audit.who'), cell: (entry) => who(entry.actorId) },
        {
          key: 'what',
          head: t('desk.history.what'),
          names: true,
          cell: (entry) => (known.has(entry.action) ? t(`admin.audit.action.${entry.action}`) : entry.action),
        },
        {
          key: 'subject',
          head: t('admin.audit.subject'),
          cell: (entry) => (
            <span className="hash small">
              {entry.subjectKind} {names.has(entry.subjectId) ? who(entry.subjectId) : entry.subjectId}
            </span>
          ),
        },
        {
          key: 'data',
          head: t('admin.audit.data'),
          cell: (entry) =>
            Object.keys(entry.data).length === 0 ? (
              '–'
            ) : (
              <details>
                <summary>{t('admin.audit.show')}</summary>
                <pre className="hash small">{JSON.stringify(entry.data, null, 1)}</pre>
              </details>
            ),
        },
      ]}
    />
  );
}
