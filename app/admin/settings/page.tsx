import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminPage } from '@/app/_desk/admin/admin-page';
import { DoneNotice } from '@/app/_desk/admin/done-notice';
import { enterRoom } from '@/app/_desk/admin/enter-room';
import { SettingRow } from '@/app/_desk/admin/setting-row';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { listSettings } from '@/lib/settings/queries/list-settings';

type Props = { searchParams: Promise<{ form?: string; done?: string; key?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.room'))('settings') };
}

/** Every setting with its value; each is changed by itself, and each change is in the audit. */
export default async function Settings({ searchParams }: Props) {
  const path = '/admin/settings';
  const query = await searchParams;
  const ctx = await enterRoom('settings', query);
  const [t, { locale }, settings, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    listSettings(ctx),
    readKept(ctx, path, query.form),
  ]);
  return (
    <AdminPage ctx={ctx} room="settings" returnTo={path} title={t('admin.room.settings')}>
      <DoneNotice done={query.done} names={['setting']} t={t} />
      <ul className="admin-list card">
        {settings.map((setting) => (
          <SettingRow
            key={setting.key}
            setting={setting}
            kept={kept && query.key === setting.key ? kept : null}
            at={path}
            locale={locale}
            t={t}
          />
        ))}
      </ul>
    </AdminPage>
  );
}
