import type { Locale } from '@/components/preferences';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import type { KeptForm } from '../../_shell/kept';
import type { Translate } from '../../_shell/translate';
import { CorrectResultForm, PricesForm, ResultForm } from './account-forms';
import { BasisForm } from './basis-form';
import type { CasePageData } from './load-case-page';
import { ConveneForm, FreezeForm, RollForm } from './meeting-forms';
import { AnswerForm, BeginForm, FilingForm } from './notice-forms';
import { HandOnForm, ReasonForm, ReviseForm, SourcesForm } from './rare-forms';
import { type StepName, stepView } from './step-fields';
import { CorrectForm, PlanForm, PublishForm, SendPlanForm } from './text-forms';
import { AttendForm, CloseForm, CountForm, OpenVoteForm } from './vote-forms';

export interface StepBodyProps {
  data: CasePageData;
  step: StepName;
  kept: KeptForm | null;
  lead?: boolean;
  now: number;
  locale: Locale;
  t: Translate;
}

/** One form for each objection that waits for its answer. */
function Answers({ data, kept, lead, now, locale, t }: StepBodyProps) {
  const { detail } = data;
  const waiting = detail.objections.filter((one) => one.answer === null);
  return waiting.map((objection, index) => (
    <AnswerForm
      key={objection.id}
      {...{ objection, now, locale, t }}
      code={detail.code}
      version={detail.version}
      lead={lead && index === 0}
      view={stepView('answer_objection', kept, (values) => values.objection === objection.id, `-${index}`)}
    />
  ));
}

/** Hands and paper are counted each for itself, beside each other, so that nothing is counted twice. */
function Counts({ data: { detail, roll }, kept, lead, t }: StepBodyProps) {
  const { code, version } = detail;
  return (
    <div className="stack">
      {(['hands', 'paper'] as const).map((way) => (
        <CountForm
          key={way}
          {...{ code, version, lead, t, detail, roll, way }}
          view={stepView('count', kept, (values) => values.way === way, `-${way}`)}
        />
      ))}
    </div>
  );
}

/** The form of a step. */
export function StepBody(props: StepBodyProps) {
  const { data, step, kept, lead, now, locale, t } = props;
  const { detail, roll } = data;
  const on = { code: detail.code, version: detail.version, lead, t };
  const view = stepView(step, kept);
  switch (step) {
    case 'state_basis':
      return <BasisForm {...on} {...{ view, detail, locale }} />;
    case 'write_plan':
      return <PlanForm {...on} {...{ view, detail }} />;
    case 'send_plan':
      return <SendPlanForm {...on} view={view} />;
    case 'convene':
      return <ConveneForm {...on} {...{ view, detail, now }} />;
    case 'enter_roll':
      return <RollForm {...on} {...{ view, roll }} />;
    case 'freeze_roll':
      return <FreezeForm {...on} {...{ view, roll }} />;
    case 'attend':
      return <AttendForm {...on} {...{ view, detail, roll }} />;
    case 'open_vote':
      return <OpenVoteForm {...on} {...{ view, detail, roll }} />;
    case 'count':
      return <Counts {...props} />;
    case 'close_vote':
      return <CloseForm {...on} {...{ view, detail, roll }} />;
    case 'publish':
      return <PublishForm {...on} {...{ view, detail }} />;
    case 'correct':
      return <CorrectForm {...on} {...{ view, detail }} />;
    case 'answer_objection':
      return <Answers {...props} />;
    case 'file':
      return <FilingForm {...on} view={view} today={shanghaiDate(now)} />;
    case 'set_prices':
      return <PricesForm {...on} {...{ view, detail, kept }} />;
    case 'begin':
      return <BeginForm {...on} {...{ view, detail }} />;
    case 'publish_result':
      return <ResultForm {...on} {...{ view, detail, kept }} />;
    case 'correct_result':
      return <CorrectResultForm {...on} {...{ view, detail, kept }} />;
    case 'revise':
      return <ReviseForm {...on} {...{ view, detail }} />;
    case 'add_source':
      return <SourcesForm {...on} view={view} />;
    case 'hand_on':
      return <HandOnForm {...on} view={view} />;
    case 'annul_meeting':
    case 'reject':
    case 'withdraw':
      return <ReasonForm {...on} step={step} view={view} />;
  }
}
