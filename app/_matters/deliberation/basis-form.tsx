import { RadioCards } from '@/components/choice-fields';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { limits } from '@/lib/deliberation/input';
import type { DeliberationDetail } from '@/lib/deliberation/queries/get-deliberation';
import { bases, ownersMatters } from '@/lib/deliberation/status';
import { Law } from '../../_board/deliberation-basis';
import { ownersNumbers, type StepView } from './step-fields';
import { type OnCase, StepForm } from './step-form';

/** On what ground the matter is decided: asked before anybody votes, and shown to everybody. */
export function BasisForm(props: OnCase & { view: StepView; detail: DeliberationDetail; locale: Locale }) {
  const { view, detail, locale, ...on } = props;
  const { t } = on;
  const { owners } = detail.basis;
  return (
    <StepForm
      {...on}
      view={view}
      title={t(detail.basis.choice ? 'matters.basis.change' : 'matters.basis.title')}
      send={t('common.save')}
      rule={
        <>
          <p>{t('matters.basis.rule')}</p>
          {(['275', '278', '282'] as const).map((article) => (
            <Law key={article} article={article} reader={{ t, locale }} />
          ))}
        </>
      }
      icon="file"
    >
      <RadioCards
        {...view.at('basis')}
        label={t('matters.basis.question')}
        required
        choices={bases.map((value) => ({
          value,
          label: t(`deliberation.basis.${value}`),
          aside: t(`matters.basis.aside.${value}`),
        }))}
        value={view.text('basis', detail.basis.choice ?? undefined)}
      />
      <PageTextArea
        {...view.at('words', detail.basis.words ?? '')}
        label={t('matters.basis.words')}
        hint={t('matters.basis.words_hint')}
        rows={3}
        maxLength={limits.shortWords}
      />
      <fieldset className="stack-tight">
        <legend className="label">{t('matters.basis.owners')}</legend>
        <p className="quiet small">{t('matters.basis.owners_hint')}</p>
        <SelectField
          {...view.at('owners.matter', owners?.matter ?? 'change_use')}
          label={t('matters.basis.owners_matter')}
          options={ownersMatters.map((value) => ({ value, label: t(`deliberation.owners.${value}`) }))}
        />
        <div className="field-pair">
          {ownersNumbers.map((name) => (
            <TextField
              key={name}
              {...view.at(`owners.${name}`, owners ? String(owners[name]) : '')}
              inputMode={name.startsWith('heads') ? 'numeric' : 'decimal'}
              maxLength={12}
              label={t(`matters.basis.${name}`)}
              autoComplete="off"
            />
          ))}
        </div>
      </fieldset>
    </StepForm>
  );
}
