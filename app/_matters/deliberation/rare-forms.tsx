import { RadioCards, Tick } from '@/components/choice-fields';
import { PageTextArea } from '@/components/page-text-area';
import { TextField } from '@/components/text-fields';
import { limits, motives } from '@/lib/deliberation/input';
import type { DeliberationDetail } from '@/lib/deliberation/queries/get-deliberation';
import type { StepView } from './step-fields';
import { type OnCase, StepForm } from './step-form';
import { ReasonField } from './text-forms';

type Props = OnCase & { view: StepView };

/** Ends a meeting, or the case, with a reason that stays on record: 会议作废, 未通过, 撤回. */
export function ReasonForm({ view, step, ...on }: Props & { step: 'annul_meeting' | 'reject' | 'withdraw' }) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t(`matters.${step}.title`)}
      send={t(`matters.${step}.send`)}
      rule={<p>{t(`matters.${step}.rule`)}</p>}
      kind="brown"
      icon={step === 'annul_meeting' ? 'ban' : 'undo'}
    >
      <ReasonField view={view} label={t('matters.reason')} t={t} />
      {step === 'annul_meeting' && (
        <TextField
          {...view.at('witness')}
          label={t('matters.annul_meeting.witness')}
          hint={t('matters.annul_meeting.witness_hint')}
          maxLength={limits.place}
        />
      )}
    </StepForm>
  );
}

/** What the case is called and what it will need, before anybody has voted. */
export function ReviseForm({ view, detail, ...on }: Props & { detail: DeliberationDetail }) {
  const { t } = on;
  const isTicked = (name: 'belowMarket' | 'needsFiling') => (view.refused ? view.text(name) === 'true' : detail[name]);
  return (
    <StepForm {...on} view={view} title={t('matters.revise.title')} send={t('common.save')} icon="pencil">
      <TextField
        {...view.at('title', detail.title.zh)}
        label={t('matters.open.name')}
        required
        maxLength={limits.title}
      />
      <TextField
        {...view.at('titleEn', detail.title.en === detail.title.zh ? '' : detail.title.en)}
        label={t('matters.open.name_en')}
        note={t('common.optional')}
        lang="en"
        maxLength={120}
      />
      <RadioCards
        {...view.at('motive')}
        label={t('matters.open.motive')}
        row
        choices={motives.map((value) => ({ value, label: t(`deliberation.motive.${value}`) }))}
        value={view.text('motive', detail.motive)}
      />
      <div>
        <Tick
          name="needsFiling"
          value="true"
          label={t('matters.open.needs_filing')}
          checked={isTicked('needsFiling')}
        />
        <Tick
          name="belowMarket"
          value="true"
          label={t('matters.open.below_market')}
          checked={isTicked('belowMarket')}
        />
      </div>
    </StepForm>
  );
}

/** Orders that the case answers too; who sent them is told of every step from then on. */
export function SourcesForm({ view, ...on }: Props) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.sources.title')}
      send={t('matters.sources.send')}
      rule={<p>{t('matters.sources.rule')}</p>}
      icon="plus"
    >
      <PageTextArea
        {...view.at('orders')}
        label={t('matters.open.orders')}
        hint={t('matters.open.orders_hint')}
        rows={3}
        required
      />
    </StepForm>
  );
}

/** Which orders the decision became, so that carrying it out can be followed. */
export function HandOnForm({ view, ...on }: Props) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.hand_on.title')}
      send={t('matters.sources.send')}
      rule={<p>{t('matters.hand_on.rule')}</p>}
      icon="arrow-right"
    >
      <PageTextArea
        {...view.at('orders')}
        label={t('matters.hand_on.orders')}
        hint={t('matters.open.orders_hint')}
        rows={2}
        required
      />
    </StepForm>
  );
}
