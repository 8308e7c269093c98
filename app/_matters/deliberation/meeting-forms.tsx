import { RadioCards, Tick } from '@/components/choice-fields';
import { PageTextArea } from '@/components/page-text-area';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/deliberation/input';
import type { DeliberationDetail } from '@/lib/deliberation/queries/get-deliberation';
import type { RollView } from '@/lib/deliberation/queries/get-roll';
import { packOf } from '@/lib/deliberation/rule-packs';
import type { VotingStage } from '@/lib/deliberation/status';
import { bodyWords } from './case-words';
import { earliestStart, webEnd } from './earliest-start';
import { bodyRuleWords, Needs } from './needs';
import { rollText } from './roll-lines';
import type { StepView } from './step-fields';
import { type OnCase, StepForm } from './step-form';

/** 召集: which body, when, where; the days that its rule asks for are in the proposed day. */
export function ConveneForm(props: OnCase & { view: StepView; detail: DeliberationDetail; now: number }) {
  const { view, detail, now, ...on } = props;
  const { t } = on;
  const rules = packOf(detail.pack.id).stages[detail.status as VotingStage];
  const [first] = rules;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.convene.title')}
      send={t('matters.convene.send')}
      rule={rules.length === 1 ? <p>{bodyRuleWords(first, t)}</p> : null}
      icon="calendar"
    >
      {rules.length === 1 ? (
        <input type="hidden" name="body" value={first.body} />
      ) : (
        <RadioCards
          {...view.at('body')}
          label={t('matters.convene.body')}
          required
          choices={rules.map((rule) => ({
            value: rule.body,
            label: bodyWords(detail.legalForm, rule.body, t),
            aside: bodyRuleWords(rule, t),
          }))}
          value={view.text('body', first.body)}
        />
      )}
      <div className="field-pair">
        <TextField
          {...view.at('heldAt', earliestStart(first, detail.planSentOn, now))}
          type="datetime-local"
          label={t('matters.convene.when')}
          required
        />
        <TextField
          {...view.at('place', detail.meetings.at(-1)?.place)}
          label={t('matters.convene.where')}
          required
          maxLength={limits.place}
        />
      </div>
      <Tick name="web" value="true" label={t('matters.convene.web')} checked={view.text('web') === 'true'} />
      <TextField
        {...view.at('votesUntil', webEnd(first, detail.planSentOn, now))}
        type="datetime-local"
        label={t('matters.convene.votes_until')}
        hint={t('matters.convene.votes_until_hint')}
      />
    </StepForm>
  );
}

/** 名册: pasted, one a line; as often as needed until it is frozen. */
export function RollForm({ view, roll, ...on }: OnCase & { view: StepView; roll: RollView | null }) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t(roll?.seats.length ? 'matters.roll.change' : 'matters.roll.title')}
      send={t('matters.roll.send')}
      rule={<p>{t('matters.roll.rule')}</p>}
      icon="users"
    >
      <PageTextArea
        {...view.at('seats', rollText(roll?.seats ?? []))}
        label={t('matters.roll.names')}
        hint={t('matters.roll.names_hint')}
        rows={10}
        required
      />
    </StepForm>
  );
}

/** 冻结: how many are on it and how many of them count, and what that will ask for. */
export function FreezeForm({ view, roll, ...on }: OnCase & { view: StepView; roll: RollView | null }) {
  const { t } = on;
  const { eligible = 0, probationary = 0, needs = null } = roll ?? {};
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.freeze.title')}
      send={t('matters.freeze.send', { eligible })}
      rule={
        <>
          <p className="strong">
            {t('matters.freeze.counted', { all: eligible + probationary, eligible, probationary })}
          </p>
          {needs && <Needs needs={needs} t={t} />}
          <p>{t('matters.freeze.rule')}</p>
        </>
      }
      icon="lock"
    />
  );
}
