import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { definitions, type SettingKey, settingKeys } from '../definitions';
import { mayReadSettings } from '../policy';
import { setting } from '../tables';

export interface SettingView {
  key: SettingKey;
  value: unknown;
  isDefault: boolean;
  fixed: boolean;
  updatedAt: number | null;
}

/** Every setting with the value that holds. @throws forbidden `settings.admin_only` */
export async function listSettings(ctx: Context): Promise<SettingView[]> {
  if (!mayReadSettings(ctx.actor)) throw new DomainError('forbidden', 'settings.admin_only');
  const rows = new Map((await ctx.db.select().from(setting)).map((row) => [row.key, row]));
  return settingKeys.map((key) => {
    const definition = definitions[key];
    const row = rows.get(key);
    const parsed = row ? definition.schema.safeParse(row.value) : null;
    const stored = parsed?.success === true;
    return {
      key,
      value: stored ? parsed.data : definition.default,
      isDefault: !stored,
      fixed: 'fixed' in definition,
      updatedAt: stored && row ? row.updatedAt : null,
    };
  });
}
