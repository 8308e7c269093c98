import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { OrderNumber } from '@/app/_order/order-number';
import { staffSentence } from '@/app/_order/staff-sentence';
import { formatWhen } from '@/app/_order/when';
import { enterPage, orPage } from '@/app/_shell/enter';
import { readPreferences } from '@/app/_shell/read-preferences';
import { DataTable } from '@/components/data-table';
import { pathText } from '@/lib/kernel/path-text';
import { listEvents } from '@/lib/orders/queries/list-events';
import { abilitiesOf } from '@/lib/people/policy';

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations('desk.history');
  return { title: `${t('full')} ${pathText((await params).code)}` };
}

/** The append-only history of one order with its hashes (3.1.6), for those who see the order and for the auditor. */
export default async function OrderHistoryPage({ params }: Props) {
  const code = pathText((await params).code).toUpperCase();
  const path = `/desk/o/${code}/history`;
  const ctx = await enterPage(path, 'dispatch', 'read_audit');
  const [t, { locale }, { items }] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, path, listEvents(ctx, { code })),
  ]);
  const desk = abilitiesOf(ctx.actor).includes('dispatch');
  return (
    <DeskPage ctx={ctx} current={desk ? '/desk' : '/admin'} returnTo={path}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href={desk ? `/desk/o/${code}` : '/admin/audit'}>
            {t(desk ? 'desk.history.back' : 'admin.audit.back')}
          </a>
        </p>
        <h1>
          {t('desk.history.full')} <OrderNumber code={code} />
        </h1>
        <p className="quiet">{t('desk.history.explain')}</p>
        <DataTable
          caption={t('desk.history.caption', { count: items.length })}
          rows={items}
          rowKey={(event) => String(event.seq)}
          columns={[
            { key: 'seq', head: t('desk.history.seq'), cell: (event) => event.seq, end: true },
            {
              key: 'at',
              head: t('desk.history.at'),
              cell: (event) => formatWhen(Date.parse(event.at), null, locale),
            },
            { key: 'what', head: t('desk.history.what'), cell: (event) => staffSentence(event, t), names: true },
            { key: 'type', head: t('desk.history.type'), cell: (event) => <code>{event.type}</code> },
            {
              key: 'hash',
              head: t('desk.history.hash'),
              cell: (event) => (
                <details>
                  <summary>
                    <code>{event.hash.slice(0, 12)}…</code>
                  </summary>
                  <p className="small hash">{event.hash}</p>
                  <p className="small hash quiet">{t('desk.history.prev', { hash: event.prevHash })}</p>
                </details>
              ),
            },
          ]}
        />
      </div>
    </DeskPage>
  );
}
