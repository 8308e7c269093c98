import { writeAudit } from '@/lib/audit/store';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { definitions, isSettingKey } from '../definitions';
import { mayChangeSetting } from '../policy';
import { readSetting } from '../queries/get-setting';
import { putSetting } from '../store';

/**
 * Sets one setting and writes the audit row `setting.changed` with the value before and after.
 * @throws not_found `settings.unknown`, forbidden `settings.admin_only`, invalid `settings.value`
 */
export async function changeSetting(ctx: Context, input: { key: string; value: unknown }): Promise<void> {
  const { key } = input;
  if (!isSettingKey(key)) throw new DomainError('not_found', 'settings.unknown');
  const definition = definitions[key];
  if (!mayChangeSetting(ctx.actor, 'fixed' in definition)) throw new DomainError('forbidden', 'settings.admin_only');
  const parsed = definition.schema.safeParse(input.value);
  if (!parsed.success)
    throw new DomainError('invalid', 'settings.value', { params: { setting: key.replaceAll('.', '_') } });
  await ctx.transaction(async (tx) => {
    const before = await readSetting(tx, key);
    await putSetting(tx, key, parsed.data, ctx.now(), actorKey(ctx.actor));
    await writeAudit(tx, ctx, {
      action: 'setting.changed',
      subjectKind: 'setting',
      subjectId: key,
      data: { before, after: parsed.data },
    });
  });
}
