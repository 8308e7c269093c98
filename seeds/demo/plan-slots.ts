import { dateOfDay, dayOfDate, dayStart, minuteMs, weekdayOfDay } from '@/lib/calendar/shanghai';
import type { Channel } from '@/lib/orders/status';
import { planCalendar } from './plan-calendar';
import type { Random } from './random';

export const historyFrom = '2023-07-01';
export const historyTo = '2024-01-12';

/** A day on which one order comes in. */
export interface Slot {
  day: number;
  date: string;
  month: number;
  workday: boolean;
  /** Working days left until the evening of the last day of the history, this one included. */
  workdaysLeft: number;
}

/** The platform opened in July 2023 and had to become known. */
const monthWeights: Readonly<Record<number, number>> = { 7: 0.7, 8: 0.85 };

function dayWeight(day: number): number {
  const date = dateOfDay(day);
  const weekday = weekdayOfDay(day);
  const name = planCalendar.nameOf(date);
  const holiday = name !== null && !planCalendar.isWorkday(date);
  const week = weekday === 6 ? 0.8 : weekday === 0 ? 0.7 : 1;
  return (holiday ? 0.6 : week) * (monthWeights[Number(date.slice(5, 7))] ?? 1);
}

/** `count` days of the history in order, by weekday, holiday and season; the first and the last day have an order. */
export function drawSlots(random: Random, count: number): Slot[] {
  const first = dayOfDate(historyFrom);
  const last = dayOfDate(historyTo);
  const weights = Array.from({ length: last - first + 1 }, (_, i) => [first + i, dayWeight(first + i)] as const);
  const days = [first, last, ...Array.from({ length: count - 2 }, () => random.weighted(weights))].sort(
    (a, b) => a - b,
  );
  const workdays = weights.map(([day]) => planCalendar.isWorkday(dateOfDay(day)));
  return days.map((day) => {
    const date = dateOfDay(day);
    return {
      day,
      date,
      month: Number(date.slice(5, 7)),
      workday: planCalendar.isWorkday(date),
      workdaysLeft: workdays.slice(day - first).filter(Boolean).length,
    };
  });
}

/** Hours with the peaks 9–11, 15–17 and 19–20 (5.2). */
const hours: readonly (readonly [hour: number, weight: number])[] = [
  [7, 2],
  [8, 5],
  [9, 11],
  [10, 12],
  [11, 6],
  [12, 3],
  [13, 3],
  [14, 5],
  [15, 9],
  [16, 10],
  [17, 5],
  [18, 4],
  [19, 9],
  [20, 7],
  [21, 3],
  [22, 1],
];

const openingHours: Readonly<Partial<Record<Channel, readonly [from: number, to: number]>>> = {
  hall: [9, 16],
  hotline: [9, 16],
  patrol: [8, 16],
  phone: [8, 19],
  chat: [7, 21],
  representative: [8, 20],
};

/** Whether somebody sits at the channel on that day. */
export const channelOpen = (channel: Channel, slot: Slot): boolean =>
  slot.workday || (channel !== 'hall' && channel !== 'hotline' && channel !== 'patrol');

/** The moment of submission on the slot's day. `latestHour` keeps the last orders of the history in time. */
export function timeOnDay(random: Random, slot: Slot, channel: Channel, latestHour = 23): number {
  // The power rule runs in the evening, when the day's readings are in.
  const [from, to] = channel === 'power' ? [19, 20] : (openingHours[channel] ?? [7, 22]);
  const open = hours.filter(([hour]) => hour >= from && hour <= Math.min(to, latestHour));
  const hour = random.weighted(open);
  // The hall opens at half past eight and rests at midday.
  const minute = hour === 8 && channel === 'patrol' ? random.int(30, 59) : random.int(0, 59);
  const noon = (channel === 'hall' || channel === 'hotline') && (hour === 12 || hour === 13);
  const moved = noon ? (hour === 12 ? 11 : 14) : hour;
  return dayStart(slot.day) + (moved * 60 + minute) * minuteMs + random.int(0, 59) * 1000;
}
