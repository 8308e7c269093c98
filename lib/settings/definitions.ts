import { z } from 'zod';

/** A throttle: `limit` tries in `windowSeconds`; the last of them closes the door for `blockSeconds` (default: until the window ends). */
export const throttleRule = z.object({
  limit: z.int().min(1).max(100_000),
  windowSeconds: z.int().min(1).max(86_400),
  blockSeconds: z.int().min(1).max(86_400).optional(),
});
export type ThrottleRule = z.infer<typeof throttleRule>;

const phone = z
  .string()
  .regex(/^\+?[\d -]{3,20}$/, 'settings.phone_shape')
  .nullable();
const minutes = z
  .int()
  .min(1)
  .max(60 * 24 * 366);
const rule = (limit: number, windowSeconds: number, blockSeconds?: number): ThrottleRule => ({
  limit,
  windowSeconds,
  ...(blockSeconds === undefined ? {} : { blockSeconds }),
});

interface Definition<T> {
  schema: z.ZodType<T>;
  default: T;
  /** Written by the demo's loader or at installation only; an administrator reads it. */
  fixed?: true;
}

const define = <T>(schema: z.ZodType<T>, value: T, fixed?: true): Definition<T> => ({
  schema,
  default: value,
  ...(fixed && { fixed }),
});

/**
 * Every setting with its shape and default. 2.8 [O]: 5 failures → 15 minutes, idle 30 minutes for staff and 8 hours for
 * volunteers. 3.8: ten open orders, five a day.
 */
export const definitions = {
  /** Failures of one login. */
  'throttle.login': define(throttleRule, rule(5, 900, 900)),
  /** Failures from one address, over all logins: higher, because an office shares one address. */
  'throttle.login.address': define(throttleRule, rule(20, 900, 900)),
  /** One-time codes: the next one for a number, those of a number, those asked for from one address. */
  'throttle.code.resend': define(throttleRule, rule(1, 60)),
  'throttle.code.phone': define(throttleRule, rule(5, 3600)),
  'throttle.code.address': define(throttleRule, rule(20, 3600)),
  'throttle.submit.address': define(throttleRule, rule(20, 3600)),
  'throttle.submit.phone': define(throttleRule, rule(10, 3600)),
  /** What is said on the board to a matter on notice, from one address. */
  'throttle.comment.address': define(throttleRule, rule(20, 3600)),
  /** Wrong PINs of one code from one address (3.1.4). */
  'throttle.pin': define(throttleRule, rule(5, 900, 900)),
  /** Look-ups of query codes and order numbers that do not exist, per address. */
  'throttle.lookup': define(throttleRule, rule(30, 900)),
  'throttle.upload.address': define(throttleRule, rule(60, 3600)),
  'orders.open_limit': define(z.int().min(1).max(1000), 10),
  'orders.day_limit': define(z.int().min(1).max(1000), 5),
  'session.idle.staff_minutes': define(minutes, 30),
  'session.idle.volunteer_minutes': define(minutes, 8 * 60),
  'session.idle.resident_minutes': define(minutes, 30 * 24 * 60),
  'phones.supervision': define<string | null>(phone, null),
  'phones.community': define<string | null>(phone, null),
  'phones.police': define<string | null>(phone, '110'),
  'phones.fire': define<string | null>(phone, '119'),
  'phones.medical': define<string | null>(phone, '120'),
  'phones.psych': define<string | null>(phone, '12356'),
  'phones.hotline': define<string | null>(phone, '12345'),
  /** Whether a channel that is configured is used. */
  'channel.sms': define(z.boolean(), true),
  'channel.wecom': define(z.boolean(), true),
  'channel.dingtalk': define(z.boolean(), true),
  'channel.email': define(z.boolean(), true),
  'channel.webhook': define(z.boolean(), true),
  /** Full hours between which nothing rings that is not U1; equal hours are no night. */
  'channel.quiet_from': define(z.int().min(0).max(23), 22),
  'channel.quiet_until': define(z.int().min(0).max(23), 7),
  /** The database was made by the demo: every screen says 演示数据, and its passwords are known. */
  demo: define(z.boolean(), false, true),
  /** The demo's clock is the system clock minus this. */
  'clock.offset_ms': define(z.int(), 0, true),
} as const;

export type SettingKey = keyof typeof definitions;
export type SettingValue<K extends SettingKey> = (typeof definitions)[K] extends Definition<infer T> ? T : never;

export const settingKeys = Object.keys(definitions) as SettingKey[];
export const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(definitions, key);
