import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { DeskPage } from '@/app/_desk/desk-page';
import { loadNewOrder } from '@/app/_desk/new/load-new-order';
import { summaryOf } from '@/app/_desk/new/new-order';
import { NewOrderForm, newOrderControls, newOrderLabels } from '@/app/_desk/new/new-order-form';
import { entries, typesForOthers } from '@/app/_desk/new/proxy-channels';
import { SendKey } from '@/app/_desk/send-key';
import { addressOf, enterPage, refusePage } from '@/app/_shell/enter';
import { formView } from '@/app/_shell/form-values';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { getSetting } from '@/lib/settings/queries/get-setting';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('new_order') };
}

/** D3: 代点单 for somebody at the counter, on the phone or in a chat (3.10). Posts to `/desk/new/submit`. */
export default async function NewOrder({ searchParams }: Props) {
  const path = '/desk/new';
  const query = await searchParams;
  const ctx = await enterPage(addressOf(path, query), 'dispatch');
  if (!typesForOthers(ctx.actor)) return refusePage(ctx, path);
  const [t, { locale }, kept, idle] = await Promise.all([
    getTranslations(),
    readPreferences(),
    readKept(ctx, path, query.form),
    getSetting(ctx, 'session.idle.staff_minutes'),
  ]);
  const data = await loadNewOrder(ctx, kept, locale);
  const consentAt = kept?.values.consentAt;
  return (
    <DeskPage ctx={ctx} current={path} returnTo={path}>
      <div className="desk-body stack">
        <h1>{t('nav.new_order')}</h1>
        <p className="quiet small">
          {t('proxy.idle', { minutes: idle })} <span className="new-keys">{t('proxy.keys')}</span>
        </p>
        <SendKey />
        <NewOrderForm
          entry={entries.desk}
          owner={ctx.actor.personId}
          data={data}
          view={formView('new', kept, newOrderControls, newOrderLabels(t))}
          summary={kept ? summaryOf(kept.values) : undefined}
          photoIds={kept?.photoIds ?? []}
          consentAt={typeof consentAt === 'string' ? consentAt : undefined}
          locale={locale}
          t={t}
          now={ctx.now()}
        />
      </div>
    </DeskPage>
  );
}
