import { eq } from 'drizzle-orm';
import type { Context, Reader } from '@/lib/kernel/context';
import { definitions, type SettingKey, type SettingValue } from '../definitions';
import { setting } from '../tables';

/** The value that holds now: what an administrator set, else the default. A stored value that no longer fits its shape counts as not set. */
export async function readSetting<K extends SettingKey>(db: Pick<Reader, 'select'>, key: K): Promise<SettingValue<K>> {
  const rows = await db.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  const { schema, default: fallback } = definitions[key];
  const parsed = rows[0] ? schema.safeParse(rows[0].value) : null;
  return (parsed?.success ? parsed.data : fallback) as SettingValue<K>;
}

export const getSetting = <K extends SettingKey>(ctx: Context, key: K): Promise<SettingValue<K>> =>
  readSetting(ctx.db, key);
