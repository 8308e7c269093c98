import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminPage } from '@/app/_desk/admin/admin-page';
import { channelName, failureWords } from '@/app/_desk/admin/delivery-words';
import { DoneNotice } from '@/app/_desk/admin/done-notice';
import { enterRoom } from '@/app/_desk/admin/enter-room';
import { ResendForm } from '@/app/_desk/admin/resend-form';
import { formatWhen } from '@/app/_order/when';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { Notice } from '@/components/notice';
import { listDeadDeliveries } from '@/lib/notices/queries/list-dead-deliveries';
import { listDeadMessages } from '@/lib/outbox/queries/list-dead-messages';

type Props = { searchParams: Promise<{ form?: string; done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.room'))('outbox') };
}

/** Messages and effects that gave up after their last try: each is something that somebody was not told, or that was not done. */
export default async function Outbox({ searchParams }: Props) {
  const path = '/admin/outbox';
  const query = await searchParams;
  const ctx = await enterRoom('outbox', query);
  const [t, { locale }, dead, unsent, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    listDeadMessages(ctx),
    listDeadDeliveries(ctx),
    readKept(ctx, path, query.form),
  ]);
  return (
    <AdminPage ctx={ctx} room="outbox" returnTo={path} title={t('admin.room.outbox')}>
      <DoneNotice done={query.done} names={['resend']} t={t} />
      {kept?.message && <Notice kind="bad">{kept.message}</Notice>}
      {dead.length + unsent.length === 0 && <EmptyState title={t('admin.outbox.none')} />}
      {unsent.length > 0 && (
        <section className="stack">
          <p className="quiet">{t('admin.outbox.explain_outside')}</p>
          <DataTable
            caption={t('admin.outbox.unsent', { count: unsent.length })}
            rows={unsent}
            rowKey={(message) => message.id}
            columns={[
              { key: 'to', head: t('admin.channels.channel'), cell: (m) => channelName(m, locale, t), names: true },
              { key: 'kind', head: t('admin.outbox.topic'), cell: (m) => <code>{m.kind}</code> },
              { key: 'at', head: t('admin.outbox.created'), cell: (m) => formatWhen(m.at, null, locale) },
              { key: 'tries', head: t('admin.outbox.tries'), cell: (m) => m.attempts, end: true },
              { key: 'error', head: t('admin.outbox.error'), cell: (m) => failureWords(m.lastError, t) },
              { key: 'do', head: t('admin.outbox.do'), cell: (m) => <ResendForm of="delivery" id={m.id} t={t} /> },
            ]}
          />
          <ResendForm of="delivery" t={t} />
        </section>
      )}
      {dead.length > 0 && (
        <section className="stack">
          <p className="quiet">{t('admin.outbox.explain')}</p>
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
              { key: 'do', head: t('admin.outbox.do'), cell: (m) => <ResendForm of="message" id={m.id} t={t} /> },
            ]}
          />
          <ResendForm of="message" t={t} />
        </section>
      )}
    </AdminPage>
  );
}
