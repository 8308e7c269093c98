import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminPage } from '@/app/_desk/admin/admin-page';
import { ChannelCard } from '@/app/_desk/admin/channel-card';
import { DoneNotice } from '@/app/_desk/admin/done-notice';
import { enterRoom } from '@/app/_desk/admin/enter-room';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { EmptyState } from '@/components/empty-state';
import { Notice } from '@/components/notice';
import { outsideChannels } from '@/lib/channels/targets';
import { listChannels } from '@/lib/notices/queries/list-channels';

type Props = { searchParams: Promise<{ form?: string; done?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.room'))('channels') };
}

/** What is told outside of this site: which channels are on, how each does, and a test of each. Secrets stand nowhere here. */
export default async function Channels({ searchParams }: Props) {
  const path = '/admin/channels';
  const query = await searchParams;
  const ctx = await enterRoom('channels', query);
  const [t, { locale }, channels, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    listChannels(ctx),
    readKept(ctx, path, query.form),
  ]);
  const missing = outsideChannels.filter((name) => !channels.some(({ channel }) => channel === name));
  return (
    <AdminPage ctx={ctx} room="channels" returnTo={path} title={t('admin.room.channels')}>
      <DoneNotice done={query.done} names={['channel_test']} t={t} />
      {kept?.message && <Notice kind="bad">{kept.message}</Notice>}
      <p className="quiet">{t('admin.channels.explain')}</p>
      {channels.length === 0 && <EmptyState title={t('admin.channels.none')} />}
      {channels.map((channel) => (
        <ChannelCard key={`${channel.channel} ${channel.target}`} {...{ channel, at: path, locale, t }} />
      ))}
      {missing.length > 0 && (
        <section className="stack" aria-labelledby="not-configured">
          <h2 id="not-configured">{t('admin.channels.missing')}</h2>
          <ul className="admin-list card">
            {missing.map((name) => (
              <li key={name}>
                <p className="strong">{t(`admin.channels.name.${name}`)}</p>
                <p className="quiet small">{t(`admin.channels.how.${name}`)}</p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </AdminPage>
  );
}
