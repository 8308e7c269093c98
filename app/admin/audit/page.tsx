import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { checkHistoryAction } from '@/app/_desk/admin/actions';
import { AdminPage } from '@/app/_desk/admin/admin-page';
import { AuditTable } from '@/app/_desk/admin/audit-table';
import { enterRoom } from '@/app/_desk/admin/enter-room';
import { HistoryCheck } from '@/app/_desk/admin/history-check';
import { orPage } from '@/app/_shell/enter';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button } from '@/components/button';
import { CursorPager } from '@/components/cursor-pager';
import { EmptyState } from '@/components/empty-state';
import { TextField } from '@/components/text-fields';
import { listAuditInput } from '@/lib/audit/input';
import { listAudit } from '@/lib/audit/queries/list-audit';
import { personNames } from '@/lib/people/queries/person-names';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };
const filters = ['action', 'subject', 'from', 'to'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.room'))('audit') };
}

/** The trail of changes outside the workflow, and the check of the whole history; for the audit administrator alone. */
export default async function Audit({ searchParams }: Props) {
  const at = '/admin/audit';
  const query = await searchParams;
  const ctx = await enterRoom('audit', query);
  const chosen = Object.fromEntries(
    [...filters, 'cursor'].flatMap((name) => {
      const value = query[name];
      return typeof value === 'string' && value.trim() !== '' ? [[name, value.trim()]] : [];
    }),
  );
  // A filter that cannot be read filters nothing; its field says so by being empty again.
  const filter = listAuditInput.safeParse(chosen).success ? chosen : {};
  const [t, { locale }, list, checks] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, at, listAudit(ctx, filter)),
    listAudit(ctx, { action: 'history.verified', limit: 1 }),
  ]);
  const names = await personNames(ctx.db, [
    ...new Set(
      list.items.flatMap((entry) => [entry.actorId, entry.subjectId]).filter((id) => /^[0-9a-f-]{36}$/.test(id)),
    ),
  ]);
  const href = (more: Record<string, string>) => {
    const { cursor: _, ...rest } = filter;
    const text = new URLSearchParams({ ...rest, ...more }).toString();
    return text ? `${at}?${text}` : at;
  };
  return (
    <AdminPage ctx={ctx} room="audit" returnTo={at} title={t('admin.room.audit')}>
      <section className="card stack" aria-labelledby="history">
        <h2 id="history">{t('admin.audit.history')}</h2>
        <p className="quiet small">{t('admin.audit.history_explain')}</p>
        <HistoryCheck entry={checks.items[0] ?? null} isFresh={query.done === 'check'} locale={locale} t={t} />
        <form action={checkHistoryAction}>
          <input type="hidden" name="at" value={at} />
          <Button icon="shield">{t('admin.audit.check')}</Button>
        </form>
      </section>
      <search>
        <form className="desk-filter-fields">
          {filters.map((name) => (
            <TextField
              key={name}
              name={name}
              type={name === 'from' || name === 'to' ? 'date' : 'text'}
              label={t(`admin.audit.filter.${name}`)}
              defaultValue={filter[name] ?? ''}
              maxLength={80}
            />
          ))}
          <p className="btn-row">
            <Button kind="outline" icon="filter">
              {t('desk.filter.apply')}
            </Button>
            {Object.keys(filter).length > 0 && (
              <a className="btn btn-plain" href={at}>
                {t('desk.filter.clear')}
              </a>
            )}
          </p>
        </form>
      </search>
      {list.items.length === 0 ? (
        <EmptyState title={t('admin.audit.none')} />
      ) : (
        <AuditTable items={list.items} names={names} locale={locale} t={t} />
      )}
      <CursorPager
        label={t('common.pager.label')}
        first={filter.cursor ? { href: href({}), label: t('common.pager.first') } : undefined}
        next={list.nextCursor ? { href: href({ cursor: list.nextCursor }), label: t('common.pager.next') } : undefined}
      />
    </AdminPage>
  );
}
