import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import type { Locale } from '@/components/preferences';
import { packsOf } from '@/lib/deliberation/rule-packs';
import type { AreaView } from '@/lib/places/view';
import { formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { rulesAction } from './actions';

/** By which rules a community's next matter for all is decided, of those that its legal form knows, and the form that changes it. */
export function RulesRow(props: {
  community: AreaView;
  chosen: string | undefined;
  kept: KeptForm | null;
  at: string;
  locale: Locale;
  t: Translate;
}) {
  const { community, chosen, kept, at, locale, t } = props;
  const packs = packsOf(community.legalForm ?? 'resident');
  const label = t('admin.settings.rules_of');
  const id = `rules-${community.code}`;
  const view = formView('rules', kept, { pack: id }, { pack: label });
  return (
    <li>
      <div className="setting">
        <p className="strong">
          {rowName(locale, community)} · {label}
        </p>
        <p>{chosen && t(`deliberation.pack.${chosen}`)}</p>
        {packs.length > 1 && (
          <details className="fold" open={view.refused}>
            <summary>{t('admin.settings.change')}</summary>
            <form key={view.key} action={rulesAction} className="stack">
              <input type="hidden" name="at" value={at} />
              <input type="hidden" name="community" value={community.code} />
              <ErrorSummary title={t('admin.refused')} errors={view.errors} />
              <RadioCards
                name="pack"
                id={id}
                label={label}
                hint={t('admin.settings.rules_words')}
                row
                required
                choices={packs.map((pack) => ({ value: pack.id, label: t(`deliberation.pack.${pack.id}`) }))}
                value={view.text('pack', chosen)}
                error={view.error('pack')}
              />
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
