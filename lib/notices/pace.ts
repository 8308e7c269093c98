import type { OutsideChannel } from '@/lib/channels/targets';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const shanghaiMs = 8 * hourMs;

/** Tries of one message. With the waits between them, a channel that is down for an hour loses nothing. */
export const mostTries = 12;

/** How long the claim of a message holds; far longer than any channel may take to answer. */
export const leaseMs = minuteMs;

/**
 * Until the next try: doubles from ten seconds to an hour, and somewhere in the upper half of that, so that what failed
 * together does not come back together. @param failures so far, 1 after the first · @param dice 0 ≤ n < 1
 */
export function waitAfter(failures: number, dice: number): number {
  const whole = Math.min(10_000 * 2 ** (failures - 1), hourMs);
  return Math.round(whole * (0.5 + dice / 2));
}

/** Channels that ring somebody. At night they wait for the morning, unless it is U1. */
export const ringing: ReadonlySet<OutsideChannel> = new Set(['sms', 'wecom', 'dingtalk']);

/** Whether it is night in Shanghai: from one full hour (22) to another (7), over midnight too; equal hours are never. */
export function isQuiet(now: number, hours: { from: number; until: number }): boolean {
  const hour = Math.floor((now + shanghaiMs) / hourMs) % 24;
  if (hours.from <= hours.until) return hour >= hours.from && hour < hours.until;
  return hour >= hours.from || hour < hours.until;
}

/** What a robot takes in a minute: both makers refuse more than twenty, and one then shuts it for ten minutes. */
export const mostAMinute: Partial<Record<OutsideChannel, number>> = { wecom: 20, dingtalk: 20 };
export const paceMs = minuteMs;
