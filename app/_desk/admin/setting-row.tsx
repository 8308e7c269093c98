import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import type { Locale } from '@/components/preferences';
import { TextField } from '@/components/text-fields';
import type { ThrottleRule } from '@/lib/settings/definitions';
import type { SettingView } from '@/lib/settings/queries/list-settings';
import { formatWhen } from '../../_order/when';
import { formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import type { Translate } from '../../_shell/translate';
import { changeSettingAction } from './actions';
import { shapeOf } from './setting-form';

const ruleFields = ['limit', 'windowSeconds', 'blockSeconds'] as const;

/** The value in words: 5 次 / 900 秒，再停 900 秒. */
function valueWords({ key, value }: SettingView, t: Translate): string {
  switch (shapeOf(key)) {
    case 'throttle': {
      const { limit, windowSeconds, blockSeconds } = value as ThrottleRule;
      return blockSeconds === undefined
        ? t('admin.settings.rule', { limit, window: windowSeconds })
        : t('admin.settings.rule_block', { limit, window: windowSeconds, block: blockSeconds });
    }
    case 'yes_no':
      return t(value ? 'admin.settings.yes' : 'admin.settings.no');
    default:
      return value === null ? t('admin.settings.not_set') : String(value);
  }
}

/** One setting: its name, its value, and a form of its own unless the program alone may write it. */
export function SettingRow(props: {
  setting: SettingView;
  kept: KeptForm | null;
  at: string;
  locale: Locale;
  t: Translate;
}) {
  const { setting, kept, at, locale, t } = props;
  const { key } = setting;
  const id = key.replace(/\./g, '-');
  const shape = shapeOf(key);
  const controls =
    shape === 'throttle'
      ? Object.fromEntries(ruleFields.map((name) => [`value.${name}`, `${id}-${name}`]))
      : { value: `${id}-value` };
  const name = t(`admin.setting.${key.replace(/\./g, '_')}`);
  const labels =
    shape === 'throttle'
      ? Object.fromEntries(
          ruleFields.map((part) => [
            `value.${part}`,
            t('admin.settings.part', { name, part: t(`admin.settings.${part}`) }),
          ]),
        )
      : { value: name };
  const view = formView('setting', kept, controls, labels);
  const rule = shape === 'throttle' ? (setting.value as ThrottleRule) : null;
  const number = (name: keyof ThrottleRule) => (
    <TextField
      key={name}
      name={name}
      id={`${id}-${name}`}
      type="number"
      label={t(`admin.settings.${name}`)}
      note={name === 'blockSeconds' ? t('common.optional') : undefined}
      required={name !== 'blockSeconds'}
      defaultValue={view.text(name, rule?.[name]?.toString() ?? '')}
      error={view.error(`value.${name}`)}
    />
  );
  return (
    <li>
      <div className="setting">
        <p className="strong">{name}</p>
        <p>
          {valueWords(setting, t)}{' '}
          <span className="quiet small">
            {setting.isDefault || setting.updatedAt === null
              ? t('admin.settings.default')
              : t('admin.settings.changed', { when: formatWhen(setting.updatedAt, null, locale) })}
          </span>
        </p>
        {setting.fixed ? (
          <p className="quiet small">{t('admin.settings.fixed')}</p>
        ) : (
          <details className="fold" open={view.refused}>
            <summary>{t('admin.settings.change')}</summary>
            <form key={view.key} action={changeSettingAction} className="stack">
              <input type="hidden" name="at" value={at} />
              <input type="hidden" name="key" value={key} />
              <ErrorSummary title={t('admin.refused')} errors={view.errors} />
              {shape === 'throttle' && ruleFields.map(number)}
              {shape === 'yes_no' && (
                <RadioCards
                  name="value"
                  id={`${id}-value`}
                  label={t('admin.settings.value')}
                  row
                  choices={['yes', 'no'].map((value) => ({ value, label: t(`admin.settings.${value}`) }))}
                  value={setting.value ? 'yes' : 'no'}
                />
              )}
              {(shape === 'number' || shape === 'phone') && (
                <TextField
                  name="value"
                  id={`${id}-value`}
                  type={shape === 'number' ? 'number' : 'tel'}
                  label={t('admin.settings.value')}
                  hint={shape === 'phone' ? t('admin.settings.phone_hint') : undefined}
                  required={shape === 'number'}
                  defaultValue={view.text('value', setting.value === null ? '' : String(setting.value))}
                  error={view.error('value')}
                />
              )}
              <p>
                <Button kind="outline">{t('common.save')}</Button>
              </p>
            </form>
          </details>
        )}
      </div>
    </li>
  );
}
