import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { Views } from '@/components/views';
import { mayReadAudit } from '@/lib/audit/policy';
import { mayEditCalendar } from '@/lib/calendar/policy';
import type { Actor } from '@/lib/kernel/context';
import { mayManageChannels } from '@/lib/notices/policy';
import { mayManageAccounts, mayManageSomeMemberships } from '@/lib/people/policy';
import { mayReadSettings } from '@/lib/settings/policy';
import type { StaffContext } from '../../_shell/enter';
import { DeskPage } from '../desk-page';

/** The rooms of the administration, and who has a key to which (三员分立). */
const rooms = [
  { href: '/admin/accounts', name: 'accounts', open: mayManageSomeMemberships },
  { href: '/admin/keys', name: 'keys', open: mayManageAccounts },
  { href: '/admin/calendar', name: 'calendar', open: mayEditCalendar },
  { href: '/admin/settings', name: 'settings', open: mayReadSettings },
  { href: '/admin/channels', name: 'channels', open: mayManageChannels },
  { href: '/admin/outbox', name: 'outbox', open: mayReadSettings },
  { href: '/admin/audit', name: 'audit', open: mayReadAudit },
] as const satisfies { href: string; name: string; open: (actor: Actor) => boolean }[];
export type AdminRoom = (typeof rooms)[number]['name'];

export const roomsOf = (actor: Actor) => rooms.filter((room) => room.open(actor));

/** The frame of one room; `room` null is the entrance, whose cards are the ways to the rooms. */
export async function AdminPage(props: {
  ctx: StaffContext;
  room: AdminRoom | null;
  returnTo: string;
  title: ReactNode;
  children: ReactNode;
}) {
  const t = await getTranslations();
  return (
    <DeskPage ctx={props.ctx} current="/admin" returnTo={props.returnTo}>
      <div className="desk-body stack">
        {props.room && (
          <Views
            label={t('admin.rooms')}
            views={roomsOf(props.ctx.actor).map(({ href, name }) => ({
              href,
              label: t(`admin.room.${name}`),
              current: name === props.room,
            }))}
          />
        )}
        <h1>{props.title}</h1>
        {props.children}
      </div>
    </DeskPage>
  );
}
