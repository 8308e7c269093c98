import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ItemCard } from '@/components/item-card';
import { Notice } from '@/components/notice';
import { mayEditCalendar } from '@/lib/calendar/policy';
import { listDeadDeliveries } from '@/lib/notices/queries/list-dead-deliveries';
import { listDeadMessages } from '@/lib/outbox/queries/list-dead-messages';
import { mayReadSettings } from '@/lib/settings/policy';
import { AdminPage, roomsOf } from '../_desk/admin/admin-page';
import { CalendarWarning, uncoveredYears } from '../_desk/admin/calendar-warnings';
import { figureOf } from '../_desk/admin/room-figures';
import { enterPage } from '../_shell/enter';
import { readPreferences } from '../_shell/read-preferences';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('admin') };
}

/** The entrance of the administration: its rooms, and what is wrong right now. */
export default async function Admin() {
  const ctx = await enterPage('/admin', 'manage_accounts', 'manage_memberships', 'read_audit');
  const [t, { locale }] = await Promise.all([getTranslations(), readPreferences()]);
  const years = mayEditCalendar(ctx.actor) ? await uncoveredYears(ctx) : [];
  const isAdmin = mayReadSettings(ctx.actor);
  const dead = isAdmin ? (await listDeadMessages(ctx)).length + (await listDeadDeliveries(ctx)).length : 0;
  const rooms = await Promise.all(
    roomsOf(ctx.actor).map(async (room) => ({ ...room, now: await figureOf(ctx, room.name, t, locale) })),
  );
  return (
    <AdminPage ctx={ctx} room={null} returnTo="/admin" title={t('nav.admin')}>
      <CalendarWarning years={years} t={t} />
      {dead > 0 && (
        <Notice kind="bad">
          {t('admin.outbox.some', { count: dead })} <a href="/admin/outbox">{t('admin.outbox.look')}</a>
        </Notice>
      )}
      <h2 className="away">{t('admin.rooms')}</h2>
      <div className="admin-rooms">
        {rooms.map(({ href, name, now }) => (
          <ItemCard key={href} href={href} title={t(`admin.room.${name}`)} meta={t(`admin.about.${name}`)}>
            <div className="admin-now">
              <p className="admin-figure">
                <b className={now.bad ? 'ink-cinnabar' : undefined}>{now.figure}</b> {now.label}
              </p>
              {now.lines.map((line) => (
                <p key={line} className="small">
                  {line}
                </p>
              ))}
            </div>
          </ItemCard>
        ))}
      </div>
    </AdminPage>
  );
}
