import { Button } from '@/components/button';
import { RadioCards, Tick } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { limits, motives } from '@/lib/deliberation/input';
import type { RulePack } from '@/lib/deliberation/rule-packs';
import { newId } from '@/lib/kernel/ids';
import type { AreaView } from '@/lib/places/view';
import { type FormView, formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { openAction } from './actions';

const fields = ['title', 'titleEn', 'motive', 'orders', 'community', 'belowMarket', 'needsFiling'] as const;
export const openView = (kept: KeptForm | null): FormView =>
  formView('open', kept, Object.fromEntries(fields.map((name) => [name, name])));

/** What a case is about and what it will need; its rules are the community's, said here, and kept to its end. */
export function OpenForm(props: {
  communities: readonly AreaView[];
  /** By which rules the next case of each is decided, in the same order. */
  packs: readonly RulePack[];
  /** Orders that the way here brought along. */
  orders: readonly string[];
  view: FormView;
  locale: Locale;
  t: Translate;
}) {
  const { communities, packs, orders, view, locale, t } = props;
  return (
    <form key={view.key} action={openAction} className="stack matter-form">
      <input type="hidden" name="clientId" value={newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      {communities.length > 1 ? (
        <SelectField
          name="community"
          label={t('matters.open.community')}
          options={communities.map((one) => ({ value: one.code, label: rowName(locale, one) }))}
          defaultValue={view.text('community')}
          error={view.error('community')}
        />
      ) : (
        <input type="hidden" name="community" value={communities[0]?.code ?? ''} />
      )}
      <TextField
        {...view.field('title')}
        label={t('matters.open.name')}
        hint={t('matters.open.name_hint')}
        required
        maxLength={limits.title}
      />
      <TextField
        {...view.field('titleEn')}
        label={t('matters.open.name_en')}
        note={t('common.optional')}
        lang="en"
        maxLength={120}
      />
      <RadioCards
        name="motive"
        label={t('matters.open.motive')}
        row
        required
        choices={motives.map((value) => ({ value, label: t(`deliberation.motive.${value}`) }))}
        value={view.text('motive')}
        error={view.error('motive')}
      />
      <div className="stack-tight">
        {packs.map((pack, i) => (
          <p key={communities[i]?.code}>
            {communities.length > 1 && communities[i] && `${rowName(locale, communities[i])}: `}
            {t('matters.open.rules', {
              form: t(`deliberation.legalForm.${pack.legalForm}`),
              pack: t(`deliberation.pack.${pack.id}`),
            })}
          </p>
        ))}
        <p className="quiet small">{t('matters.open.rules_hint')}</p>
      </div>
      <PageTextArea
        {...view.field('orders', orders.join('\n'))}
        label={t('matters.open.orders')}
        note={t('common.optional')}
        hint={t('matters.open.orders_hint')}
        rows={3}
      />
      <div>
        <Tick
          name="needsFiling"
          value="true"
          label={t('matters.open.needs_filing')}
          checked={view.text('needsFiling') === 'true'}
        />
        <Tick
          name="belowMarket"
          value="true"
          label={t('matters.open.below_market')}
          checked={view.text('belowMarket') === 'true'}
        />
      </div>
      <p>
        <Button icon="plus" data-send>
          {t('matters.open.send')}
        </Button>
      </p>
    </form>
  );
}
