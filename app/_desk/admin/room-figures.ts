import type { Locale } from '@/components/preferences';
import { listAudit } from '@/lib/audit/queries/list-audit';
import { listCalendarDays } from '@/lib/calendar/queries/list-calendar-days';
import { shanghaiDate, yearOfDate } from '@/lib/calendar/shanghai';
import { listChannels } from '@/lib/notices/queries/list-channels';
import { listDeadDeliveries } from '@/lib/notices/queries/list-dead-deliveries';
import { listDeadMessages } from '@/lib/outbox/queries/list-dead-messages';
import { countAccounts } from '@/lib/people/queries/count-accounts';
import { listApiKeys } from '@/lib/people/queries/list-api-keys';
import { listSettings } from '@/lib/settings/queries/list-settings';
import { formatWhen } from '../../_order/when';
import type { StaffContext } from '../../_shell/enter';
import type { Translate } from '../../_shell/translate';
import type { AdminRoom } from './admin-page';

/** What stands in a room right now: one figure, and a line or two beside it. */
export interface RoomFigure {
  figure: string | number;
  label: string;
  lines: string[];
  /** Something there waits for a hand. */
  bad?: boolean;
}

type Ask = (ctx: StaffContext, t: Translate, locale: Locale) => Promise<RoomFigure>;

/** The last year, from this one on, whose holidays are known without a gap; null where this year's are not. */
export async function coveredUntil(ctx: StaffContext): Promise<number | null> {
  const thisYear = yearOfDate(shanghaiDate(ctx.now()));
  for (let year = thisYear; ; year++) {
    const { covered } = await listCalendarDays(ctx, { year });
    if (covered === null) return year === thisYear ? null : year - 1;
  }
}

const figures: Record<AdminRoom, Ask> = {
  async accounts(ctx, t) {
    const { open, staff, disabled, initial } = await countAccounts(ctx);
    return {
      figure: open,
      label: t('admin.now.accounts.label'),
      lines: [t('admin.now.accounts.staff', { staff, disabled }), t('admin.now.accounts.initial', { count: initial })],
    };
  },
  async keys(ctx, t) {
    const keys = await listApiKeys(ctx);
    const soonest = Math.min(...keys.map((key) => key.expiresAt));
    const lines = keys.length > 0 ? [t('admin.now.keys.soonest', { date: shanghaiDate(soonest) })] : [];
    return { figure: keys.length, label: t('admin.now.keys.label'), lines };
  },
  async calendar(ctx, t) {
    const year = await coveredUntil(ctx);
    const thisYear = yearOfDate(shanghaiDate(ctx.now()));
    const { days } = await listCalendarDays(ctx, { year: thisYear });
    return {
      figure: year === null ? t('admin.now.calendar.none') : `${year}-12-31`,
      label: t(year === null ? 'admin.now.calendar.label_gap' : 'admin.now.calendar.label'),
      lines: [t('admin.now.calendar.days', { year: thisYear, count: days.length })],
      bad: year === null,
    };
  },
  async settings(ctx, t) {
    const all = await listSettings(ctx);
    const own = all.filter((setting) => !setting.isDefault && !setting.fixed);
    return {
      figure: all.length,
      label: t('admin.now.settings.label'),
      lines: [t('admin.now.settings.own', { count: own.length })],
    };
  },
  async channels(ctx, t) {
    const channels = await listChannels(ctx);
    const waiting = channels.reduce((sum, channel) => sum + channel.waiting, 0);
    return {
      figure: channels.filter(({ isOn }) => isOn).length,
      label: t('admin.now.channels.label'),
      lines: waiting > 0 ? [t('admin.now.channels.waiting', { count: waiting })] : [],
    };
  },
  async outbox(ctx, t) {
    const [dead, unsent] = await Promise.all([listDeadMessages(ctx), listDeadDeliveries(ctx)]);
    const count = dead.length + unsent.length;
    return {
      figure: count,
      label: t('admin.now.outbox.label'),
      lines: count > 0 ? [t('admin.now.outbox.resend')] : [],
      bad: count > 0,
    };
  },
  async audit(ctx, t, locale) {
    const today = await listAudit(ctx, { from: shanghaiDate(ctx.now()), limit: 200 });
    const [check] = (await listAudit(ctx, { action: 'history.verified', limit: 1 })).items;
    const misfits = Number(check?.data.misfits ?? 0);
    const when = check && formatWhen(check.at, null, locale);
    return {
      figure: today.nextCursor ? '200+' : today.items.length,
      label: t('admin.now.audit.label'),
      lines: [
        when
          ? t(misfits > 0 ? 'admin.now.audit.broken' : 'admin.now.audit.whole', { when })
          : t('admin.audit.never_checked'),
      ],
      bad: misfits > 0,
    };
  },
};

/** What each room has to say at the entrance, read by the same queries as the room itself. */
export const figureOf = (ctx: StaffContext, room: AdminRoom, t: Translate, locale: Locale): Promise<RoomFigure> =>
  figures[room](ctx, t, locale);
