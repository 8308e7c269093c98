import { RadioCards, Tick } from '@/components/choice-fields';
import { PageTextArea } from '@/components/page-text-area';
import { SelectField, TextField } from '@/components/text-fields';
import { limits } from '@/lib/mediation/input';
import type { MediationDetail } from '@/lib/mediation/queries/get-mediation';
import { checkOutcomes } from '@/lib/mediation/status';
import { dayWords } from './day-words';
import type { FormProps } from './form-props';
import { stepView } from './step-fields';
import { StepForm } from './step-form';

/** 当事人的基本情况 as far as it is known, to begin with; Chinese, as the sheet is. */
function basicsOf({ parties }: MediationDetail): string {
  const sides = '甲乙丙丁戊己庚辛壬癸';
  return parties
    .map((party, at) =>
      [
        `${sides[at]}方：${party.name}`,
        party.address && `住址：${party.address}`,
        party.phone && `电话：${party.phone}`,
      ]
        .filter(Boolean)
        .join('，'),
    )
    .join('\n');
}

/** The three blocks of 29, each version beginning with the words of the one before. */
export function AgreementForm({ found, kept, today, t }: FormProps) {
  const view = stepView('write_agreement', kept);
  const [latest] = found.agreements;
  const blocks = {
    parties: latest?.parties ?? basicsOf(found),
    facts: latest?.facts,
    performance: latest?.performance,
  };
  return (
    <StepForm {...{ found, view, t }} send={t('mediation.step.write_agreement')} icon="notebook">
      {latest && <p className="quiet small">{t('mediation.agreement.again')}</p>}
      {(['parties', 'facts', 'performance'] as const).map((name) => (
        <PageTextArea
          key={name}
          {...view.at(name, blocks[name])}
          label={t(`mediation.block.${name}`)}
          hint={t(`mediation.block.${name}_hint`)}
          rows={name === 'parties' ? 3 : 5}
          required
          maxLength={limits.words}
        />
      ))}
      <TextField
        {...view.at('performUntil', latest?.performUntil ?? '')}
        type="date"
        min={today}
        label={t('mediation.field.perform_until')}
        note={t('common.optional')}
      />
      <Tick
        name="oral"
        value="true"
        label={t('mediation.field.oral')}
        checked={view.text('oral', latest?.oral ? 'true' : '') === 'true'}
      />
    </StepForm>
  );
}

/** Who signed the paper, and on which day. */
export function SignForm({ found, kept, today, t }: FormProps) {
  const view = stepView('sign', kept);
  const missing = found.parties.filter((party) => party.signedAt === null);
  return (
    <StepForm {...{ found, view, t }} send={t('mediation.step.sign')} icon="pencil">
      <p className="quiet small">{t('mediation.sign_rule')}</p>
      <RadioCards
        {...view.at('party')}
        required
        label={t('mediation.field.signed_by')}
        choices={missing.map(({ ordinal, name }) => ({ value: String(ordinal), label: name }))}
        value={view.text('party', missing.length === 1 ? String(missing[0]?.ordinal) : undefined)}
      />
      <TextField {...view.at('on', today)} type="date" max={today} label={t('mediation.field.on_signed')} required />
    </StepForm>
  );
}

/** The seal makes it binding, and begins the thirty days of 司法确认. */
export function SealForm({ found, kept, today, t }: FormProps) {
  const view = stepView('seal', kept);
  const oral = found.agreements[0]?.oral === true;
  return (
    <StepForm {...{ found, view, t }} send={t('mediation.step.seal')} icon="seal">
      <p className="quiet small">{t(oral ? 'mediation.seal_oral' : 'mediation.seal_rule')}</p>
      <TextField
        {...view.at('sealNo')}
        label={t(oral ? 'mediation.field.record_no' : 'mediation.field.seal_no')}
        required
        maxLength={limits.sealNo}
        autoComplete="off"
      />
      <TextField {...view.at('on', today)} type="date" max={today} label={t('mediation.field.on_settled')} required />
      {!oral && (
        <Tick
          name="mediatorSigned"
          value="true"
          label={t('mediation.field.mediator_signed')}
          checked={view.text('mediatorSigned') === 'true'}
        />
      )}
    </StepForm>
  );
}

/** 31: whether what was promised is done. */
export function CheckForm({ found, kept, today, t }: FormProps) {
  const view = stepView('check_performance', kept);
  return (
    <StepForm {...{ found, view, t }} send={t('mediation.step.check_performance')} icon="check">
      <RadioCards
        {...view.at('outcome')}
        required
        label={t('mediation.field.outcome')}
        choices={checkOutcomes.map((value) => ({ value, label: t(`mediation.outcome.${value}`) }))}
        value={view.text('outcome')}
      />
      <TextField {...view.at('on', today)} type="date" max={today} label={t('mediation.field.on_checked')} required />
      <PageTextArea
        {...view.at('words')}
        label={t('mediation.field.check_words')}
        rows={3}
        required
        maxLength={limits.shortWords}
      />
    </StepForm>
  );
}

/** 33: both sides together at the court, within thirty days; how long the court takes is its own. */
export function ApplyForm({ found, kept, today, now, locale, t }: FormProps) {
  const view = stepView('apply_confirmation', kept);
  const last = found.confirmUntil !== null && found.confirmUntil < today ? found.confirmUntil : today;
  return (
    <StepForm {...{ found, view, t }} send={t('mediation.step.apply_confirmation')} kind="outline" icon="check">
      <p>
        {t('mediation.confirm_rule', {
          until: found.confirmUntil ? dayWords(found.confirmUntil, now, locale) : '',
        })}
      </p>
      <TextField
        {...view.at('on')}
        type="date"
        min={found.settledOn ?? undefined}
        max={last}
        label={t('mediation.field.on_applied')}
        required
      />
    </StepForm>
  );
}

/** What the court ruled, once it did. */
export function ConfirmForm({ found, kept, today, t }: FormProps) {
  const view = stepView('confirm', kept);
  return (
    <StepForm {...{ found, view, t }} send={t('mediation.step.confirm')} kind="outline" icon="check">
      <p>{t('mediation.ruling_rule')}</p>
      <TextField
        {...view.at('on')}
        type="date"
        min={found.confirmAppliedOn ?? undefined}
        max={today}
        label={t('mediation.field.on_confirmed')}
        required
      />
    </StepForm>
  );
}

/** For who picks one of several ways out of a case that will not be settled here. */
export function EndForm({ found, kept, step, t }: FormProps & { step: 'fail' | 'withdraw' | 'refer' }) {
  const view = stepView(step, kept);
  return (
    <StepForm {...{ found, view, t }} send={t(`mediation.step.${step}`)} kind="brown">
      <p>{t(`mediation.end_rule.${step}`)}</p>
      {step === 'refer' && (
        <SelectField
          {...view.at('way')}
          label={t('mediation.field.way')}
          empty={t('mediation.choose')}
          required
          options={found.otherWays.map((value) => ({ value, label: t(`mediation.ways.${value}`) }))}
        />
      )}
      <PageTextArea
        {...view.at('words')}
        label={t('mediation.field.end_words')}
        rows={3}
        required
        maxLength={limits.shortWords}
      />
    </StepForm>
  );
}
