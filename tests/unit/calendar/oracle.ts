import { allNotices } from './notices';

/**
 * The slow second opinion: steps through the clock one minute at a time and shares no code with lib/calendar.
 */
const minute = 60_000;
const hour = 60 * minute;

/** `2024-01-10 08:30` or `2024-01-10 08:30:45`, Shanghai, → epoch milliseconds. */
export function at(text: string): number {
  const ms = Date.parse(`${text.replace(' ', 'T')}+08:00`);
  if (Number.isNaN(ms)) throw new Error(`not a time: ${text}`);
  return ms;
}

/** Epoch milliseconds → `2024-01-10 08:30`, Shanghai; seconds only where there are any. */
export function text(ms: number): string {
  const local = new Date(ms + 8 * hour).toISOString();
  return `${local.slice(0, 10)} ${local
    .slice(11, 23)
    .replace(/\.000$/, '')
    .replace(/^(\d\d:\d\d):00$/, '$1')}`;
}

const off = new Set<string>();
const work = new Set<string>();
for (const notice of allNotices) {
  for (const [first, last] of notice.off) {
    for (let day = Date.parse(first); day <= Date.parse(last); day += 24 * hour) {
      off.add(new Date(day).toISOString().slice(0, 10));
    }
  }
  for (const day of notice.work) work.add(day);
}

/** Whether the minute that begins at `ms` is worked. */
function isWorked(ms: number): boolean {
  const local = new Date(ms + 8 * hour);
  const date = local.toISOString().slice(0, 10);
  if (off.has(date)) return false;
  const weekday = local.getUTCDay();
  if ((weekday === 0 || weekday === 6) && !work.has(date)) return false;
  const clock = local.getUTCHours() * 100 + local.getUTCMinutes();
  return (clock >= 830 && clock < 1200) || (clock >= 1330 && clock < 1800);
}

/** The end of the `minutes`-th worked minute from `ms`, which is cut down to its minute. */
export function workingDue(ms: number, minutes: number): number {
  let now = Math.floor(ms / minute) * minute;
  for (let left = minutes; left > 0; now += minute) if (isWorked(now)) left--;
  return now;
}

/** Worked minutes that begin from `from` (included) to `to` (excluded). */
export function workedBetween(from: number, to: number): number {
  let count = 0;
  for (let now = from; now < to; now += minute) if (isWorked(now)) count++;
  return count;
}

/** The due time of one notation, by a reading of the rule that is as plain as the rule. */
export function limitOracle(limit: string, urgency: string, from: number): number {
  const [, amount, unit] = /^(\d+)(min|h|wh|wd)/.exec(limit) ?? [];
  if (!amount || !unit) throw new Error(`not a limit: ${limit}`);
  const minutes = Number(amount) * (unit === 'min' ? 1 : unit === 'wd' ? 480 : 60);
  const onTheWall = (unit === 'min' || unit === 'h') && (urgency === 'U1' || urgency === 'U2');
  return onTheWall ? from + minutes * minute : workingDue(from, minutes);
}
