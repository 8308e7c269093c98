import { hoursOf } from '@/lib/volunteers/hours';
import { listService } from '@/lib/volunteers/queries/list-service';
import type { StaffContext } from '../_shell/enter';
import type { Translate } from '../_shell/translate';
import type { Task } from './load-task';
import { onSite } from './on-site';

/** After leaving: how long one was there, and what of it counts as service. Nothing where nobody was there. */
export async function TaskService({ ctx, task, t }: { ctx: StaffContext; task: Task; t: Translate }) {
  const { visits, minutes } = onSite(task.order.timeline);
  if (visits === 0) return null;
  const own = (await listService(ctx)).months.flatMap((month) => month.orders);
  const counted = own.filter(({ code }) => code === task.order.code);
  const sum = counted.reduce((total, one) => total + one.minutes, 0);
  return (
    <p>
      {t('work.service.there', { visits, minutes })}{' '}
      {counted.length > 0 ? t('work.service.counted', { minutes: sum, hours: hoursOf(sum) }) : t('work.service.soon')}{' '}
      <a href="/volunteer/me">{t('work.service.all')}</a>
    </p>
  );
}
