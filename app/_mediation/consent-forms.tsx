import { RadioCards } from '@/components/choice-fields';
import { PageTextArea } from '@/components/page-text-area';
import { SelectField } from '@/components/text-fields';
import { limits } from '@/lib/mediation/input';
import type { PartyView } from '@/lib/mediation/queries/get-mediation';
import { consentKinds, mediatorKinds } from '@/lib/mediation/status';
import { nameIn } from '../_shell/names';
import type { FormProps } from './form-props';
import { LearnedFields } from './learned-fields';
import { stepView } from './step-fields';
import { StepForm } from './step-form';

/** 19: named by the committee, or chosen by a party. Who is tied to a party is refused, by its rule. */
export function ProposeForm({ found, kept, mediators, locale, t }: FormProps) {
  const view = stepView('propose_mediator', kept);
  return (
    <StepForm {...{ found, view, t }} send={t('mediation.step.propose_mediator')} icon="user-plus">
      <p className="quiet small">{t(found.mediator ? 'mediation.propose.again' : 'mediation.propose.rule')}</p>
      <SelectField
        {...view.at('mediator')}
        label={t('mediation.field.mediator')}
        empty={t('mediation.choose')}
        required
        options={mediators.map((one) => ({
          value: one.personId,
          label: one.isElder
            ? nameIn(locale, one.name)
            : t('mediation.committee_of', { name: nameIn(locale, one.name) }),
        }))}
      />
      <SelectField
        {...view.at('kind', 'respected_elder')}
        label={t('mediation.field.kind')}
        options={mediatorKinds.map((value) => ({ value, label: t(`mediation.kind.${value}`) }))}
      />
    </StepForm>
  );
}

/** What of a party's consent is still missing; to the mediator only once there is one. */
export const missingOf = ({ found }: Pick<FormProps, 'found'>, party: PartyView) =>
  consentKinds.filter(
    (to) => !party.consents.some((one) => one.to === to) && (to === 'mediation' || found.proposed !== null),
  );

/** One party's consent: their own by a button each, or what they said to the secretary, with the day and how. */
export function ConsentForms(props: FormProps & { party: PartyView }) {
  const { found, kept, party, today, locale, t } = props;
  const missing = missingOf(props, party);
  if (!found.abilities.includes('consent') || missing.length === 0) return null;
  const mediator = found.proposed ? nameIn(locale, found.proposed.name) : '';
  const words = (to: string) => t(`mediation.consent.${to}`, { mediator });
  if (found.you === 'party') {
    if (!party.isYou) return null;
    return missing.map((to) => (
      <StepForm
        key={to}
        {...{ found, t }}
        view={stepView('consent', kept, to)}
        send={t(`mediation.consent_own.${to}`, { mediator })}
        icon="check"
        hidden={{ party: party.ordinal, to }}
      />
    ));
  }
  if (found.you !== 'secretary') return null;
  const view = stepView('consent', kept, String(party.ordinal));
  return (
    <StepForm
      {...{ found, view, t }}
      send={t('mediation.step.consent')}
      kind="outline"
      icon="check"
      hidden={{ party: party.ordinal }}
    >
      <RadioCards
        {...view.at('to')}
        required
        label={t('mediation.field.to', { name: party.name })}
        choices={missing.map((value) => ({ value, label: words(value) }))}
        value={view.text('to', missing.length === 1 ? missing[0] : undefined)}
      />
      <LearnedFields {...{ view, today, t }} />
    </StepForm>
  );
}

/** 17: a clear refusal stops the case at once. No reason is asked for. */
export function RefuseForm({ found, kept, today, t }: FormProps) {
  const own = found.parties.find((party) => party.isYou);
  const view = stepView('refuse', kept);
  return (
    <StepForm
      {...{ found, view, t }}
      send={t('mediation.step.refuse')}
      kind="brown"
      icon="circle-x"
      hidden={own ? { party: own.ordinal } : {}}
    >
      <p>{t('mediation.refuse_rule')}</p>
      {!own && (
        <>
          <SelectField
            {...view.at('party')}
            label={t('mediation.field.party')}
            empty={t('mediation.choose')}
            required
            options={found.parties.map(({ ordinal, name }) => ({ value: String(ordinal), label: name }))}
          />
          <LearnedFields {...{ view, today, t }} />
        </>
      )}
      <PageTextArea
        {...view.at('words')}
        label={t('mediation.field.refuse_words')}
        note={t('common.optional')}
        rows={2}
        maxLength={limits.shortWords}
      />
    </StepForm>
  );
}
