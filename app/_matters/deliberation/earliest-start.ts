import { dateOfDay, dayNumber, dayOfDate } from '@/lib/calendar/shanghai';
import type { BodyRule } from '@/lib/deliberation/rule-packs';

/** Nine in the morning of the first day that the rule allows, as a `datetime-local` field shows it; tomorrow at the earliest. */
export function earliestStart(rule: BodyRule, planSentOn: string | null, now: number): string {
  const byNotice = dayNumber(now) + (rule.noticeDays ?? 0);
  const byPlan = planSentOn === null ? 0 : dayOfDate(planSentOn) + (rule.planDays ?? 0);
  return `${dateOfDay(Math.max(dayNumber(now) + 1, byNotice, byPlan))}T09:00`;
}

/** Six in the evening, two days after the first day that the rule allows: those on the web have three days. */
export function webEnd(rule: BodyRule, planSentOn: string | null, now: number): string {
  const [first = ''] = earliestStart(rule, planSentOn, now).split('T');
  return `${dateOfDay(dayOfDate(first) + 2)}T18:00`;
}
