import type { ReactNode } from 'react';
import { Notice } from '@/components/notice';
import { Fold, FoldGroup } from '../_work/fold';
import { AgreementForm, ApplyForm, CheckForm, ConfirmForm, EndForm, SealForm, SignForm } from './agreement-forms';
import { missingOf, ProposeForm, RefuseForm } from './consent-forms';
import type { FormProps } from './form-props';
import { isOpen, nextStep } from './next-step';
import { type StepName, stepNames } from './step-fields';
import { AskForm, SessionForm } from './talk-forms';

/** Every step but consent and answers, which stand where what they are about is shown. */
const forms: Partial<Record<StepName, (props: FormProps) => ReactNode>> = {
  propose_mediator: ProposeForm,
  hold_session: SessionForm,
  ask_opinion: AskForm,
  write_agreement: AgreementForm,
  sign: SignForm,
  seal: SealForm,
  check_performance: CheckForm,
  apply_confirmation: ApplyForm,
  confirm: ConfirmForm,
  refuse: RefuseForm,
  fail: (props) => <EndForm {...props} step="fail" />,
  refer: (props) => <EndForm {...props} step="refer" />,
  withdraw: (props) => <EndForm {...props} step="withdraw" />,
};

/** The step that the case waits for, open; or the sentence of whom it waits for. */
export function LeadStep(props: FormProps) {
  const { found, t } = props;
  const step = nextStep(found);
  const Form = step && forms[step];
  if (Form) {
    return (
      <section className="card stack" aria-labelledby="lead">
        <h2 id="lead">{t(`mediation.lead.${step}`)}</h2>
        <Form {...props} />
      </section>
    );
  }
  if (!isOpen(found.status)) return null;
  const own = found.parties.find((party) => party.isYou);
  if (own && found.abilities.includes('consent') && missingOf(props, own).length > 0) {
    return <Notice kind="wait">{t('mediation.wait.yours')}</Notice>;
  }
  return <Notice kind="wait">{t(waitsFor(props))}</Notice>;
}

function waitsFor({ found }: FormProps): string {
  if (found.you === 'proposed') return 'mediation.wait.proposed';
  if (found.status === 'applied') return found.proposed ? 'mediation.wait.consent' : 'mediation.wait.mediator';
  if (found.status === 'agreed') return 'mediation.wait.session';
  return found.agreements.length > 0 ? 'mediation.wait.signing' : 'mediation.wait.talks';
}

/** Everything else that may be done now, folded, with what ends the case last. */
export function OtherSteps(props: FormProps & { wanted: string | string[] | undefined }) {
  const { found, kept, wanted, t } = props;
  const lead = nextStep(found);
  // A signature that is not there needs no form beside the seal.
  const signed = found.parties.every((party) => party.signedAt !== null);
  const open = stepNames.filter(
    (step) => found.abilities.includes(step) && forms[step] && step !== lead && !(step === 'sign' && signed),
  );
  if (open.length === 0) return null;
  return (
    <FoldGroup label={t('mediation.more')}>
      {open.map((action) => {
        const Form = forms[action];
        return Form ? (
          <Fold
            key={action}
            id={action}
            title={t(`mediation.fold.${action}`)}
            open={kept?.form === action || wanted === action}
          >
            <Form {...props} />
          </Fold>
        ) : null;
      })}
    </FoldGroup>
  );
}
