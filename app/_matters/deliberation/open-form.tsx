import { Button } from '@/components/button';
import { RadioCards, Tick } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { limits, motives } from '@/lib/deliberation/input';
import { rulePacks } from '@/lib/deliberation/rule-packs';
import { newId } from '@/lib/kernel/ids';
import type { AreaView } from '@/lib/places/view';
import { type FormView, formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { openAction } from './actions';

const fields = ['title', 'titleEn', 'motive', 'pack', 'orders', 'community', 'belowMarket', 'needsFiling'] as const;
export const openView = (kept: KeptForm | null): FormView =>
  formView('open', kept, Object.fromEntries(fields.map((name) => [name, name])));

/** What a case is about, what it will need, and by which rules it is decided; those it keeps to its end. */
export function OpenForm(props: {
  communities: readonly AreaView[];
  /** Orders that the way here brought along. */
  orders: readonly string[];
  view: FormView;
  locale: Locale;
  t: Translate;
}) {
  const { communities, orders, view, locale, t } = props;
  const forms = new Set(communities.map((one) => one.legalForm ?? 'resident'));
  const packs = rulePacks.filter((pack) => forms.has(pack.legalForm));
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
      <RadioCards
        name="pack"
        label={t('matters.open.pack')}
        hint={t('matters.open.pack_hint')}
        required
        choices={packs.map((pack) => ({
          value: pack.id,
          label: t(`deliberation.pack.${pack.id}`),
          aside: t('matters.foot.checked', { day: pack.checkedOn }),
        }))}
        value={view.text('pack', packs.length === 1 ? packs[0]?.id : undefined)}
        error={view.error('pack')}
      />
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
