import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminPage } from '@/app/_desk/admin/admin-page';
import { enterRoom } from '@/app/_desk/admin/enter-room';
import { formatWhen } from '@/app/_order/when';
import { readPreferences } from '@/app/_shell/read-preferences';
import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { listDeadMessages } from '@/lib/outbox/queries/list-dead-messages';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.room'))('outbox') };
}

/** Effects that gave up after their last try: each is something that somebody was not told, or that was not done. */
export default async function Outbox() {
  const ctx = await enterRoom('outbox');
  const [t, { locale }, dead] = await Promise.all([getTranslations(), readPreferences(), listDeadMessages(ctx)]);
  return (
    <AdminPage ctx={ctx} room="outbox" returnTo="/admin/outbox" title={t('admin.room.outbox')}>
      <p className="quiet">{t('admin.outbox.explain')}</p>
      {dead.length === 0 ? (
        <EmptyState title={t('admin.outbox.none')} />
      ) : (
        <DataTable
          caption={t('admin.outbox.some', { count: dead.length })}
          rows={dead}
          rowKey={(message) => message.id}
          columns={[
            { key: 'topic', head: t('admin.outbox.topic'), cell: (m) => <code>{m.topic}</code>, names: true },
            { key: 'at', head: t('admin.outbox.created'), cell: (m) => formatWhen(m.createdAt, null, locale) },
            { key: 'tries', head: t('admin.outbox.tries'), cell: (m) => m.attempts, end: true },
            { key: 'error', head: t('admin.outbox.error'), cell: (m) => m.lastError ?? '–' },
            { key: 'id', head: t('admin.outbox.id'), cell: (m) => <code>{m.id}</code> },
          ]}
        />
      )}
    </AdminPage>
  );
}
