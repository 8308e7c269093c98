import type { Tx } from '@/lib/kernel/context';
import type { SettingKey } from './definitions';
import { setting } from './tables';

/** Sets `key`, whether it stood before or not. The value has been checked against its definition. */
export async function putSetting(tx: Tx, key: SettingKey, value: unknown, at: number, by: string): Promise<void> {
  await tx
    .insert(setting)
    .values({ key, value, updatedAt: at, updatedBy: by })
    .onConflictDoUpdate({ target: setting.key, set: { value, updatedAt: at, updatedBy: by } });
}
