import { PageTextArea } from '@/components/page-text-area';
import { limits } from '@/lib/deliberation/input';
import type { DeliberationDetail, TextView } from '@/lib/deliberation/queries/get-deliberation';
import type { Translate } from '../../_shell/translate';
import type { StepView } from './step-fields';
import { type OnCase, StepForm } from './step-form';

type TextFallback = Pick<TextView, 'points' | 'words'> | null | undefined;

/** Numbered points, one a line, their English, and what else there is to say. */
export function TextFields({ view, from, t }: { view: StepView; from: TextFallback; t: Translate }) {
  return (
    <>
      <PageTextArea
        {...view.at('points', from?.points.zh.join('\n'))}
        label={t('matters.text.points')}
        hint={t('matters.text.points_hint')}
        rows={5}
        required
      />
      <PageTextArea
        {...view.at('pointsEn', from?.points.en?.join('\n'))}
        label={t('matters.text.points_en')}
        note={t('common.optional')}
        lang="en"
        rows={3}
      />
      <PageTextArea
        {...view.at('words', from?.words)}
        label={t('matters.text.words')}
        note={t('common.optional')}
        rows={3}
        maxLength={limits.words}
      />
    </>
  );
}

export function ReasonField({ view, label, t }: { view: StepView; label: string; t: Translate }) {
  return (
    <PageTextArea
      {...view.at('reason')}
      label={label}
      hint={t('matters.reason_hint')}
      rows={2}
      required
      maxLength={limits.shortWords}
    />
  );
}

type Props = OnCase & { view: StepView; detail: DeliberationDetail };

/** A text as it will stand on the board. */
function PlainText({ text }: { text: TextView }) {
  return (
    <div className="stack-tight" lang="zh-CN">
      <ol className="points">
        {text.points.zh.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      {text.words && <p className="said">{text.words}</p>}
    </div>
  );
}

/** The plan that is talked about; each change is a version, until it is sent. */
export function PlanForm({ view, detail, ...on }: Props) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t(detail.plan ? 'matters.plan.change' : 'matters.plan.write')}
      send={t('matters.plan.save')}
      rule={<p>{t('matters.plan.rule')}</p>}
      icon="file"
    >
      <TextFields view={view} from={detail.plan} t={t} />
    </StepForm>
  );
}

/** 发送方案: from now on it is not changed, and the days count. */
export function SendPlanForm({ view, ...on }: OnCase & { view: StepView }) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.plan.send_title')}
      send={t('matters.plan.send')}
      rule={<p>{t('matters.plan.send_rule')}</p>}
      icon="send"
    />
  );
}

/** 决议公开: the text that was voted on with one button; another one is behind a fold and carries its reason. */
export function PublishForm({ view, detail, ...on }: Props) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.publish.title')}
      send={t('matters.publish.send')}
      rule={<p>{t('matters.publish.rule')}</p>}
      icon="megaphone"
    >
      {detail.voted && <PlainText text={detail.voted} />}
      <details className="fold" open={view.refused}>
        <summary>{t('matters.publish.other')}</summary>
        <div className="stack">
          <p>{t('matters.publish.other_rule')}</p>
          <TextFields view={view} from={detail.voted} t={t} />
          <PageTextArea
            {...view.at('reason')}
            label={t('matters.publish.reason')}
            note={t('matters.publish.reason_note')}
            hint={t('matters.reason_hint')}
            rows={2}
            maxLength={limits.shortWords}
          />
        </div>
      </details>
    </StepForm>
  );
}

/** A published resolution is never edited: a version stands beside the one before, with its reason. */
export function CorrectForm({ view, detail, ...on }: Props) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.correct.title')}
      send={t('matters.correct.send', { version: detail.resolutions.length + 1 })}
      rule={
        <>
          <p>{t('matters.correct.rule', { version: detail.resolutions.length })}</p>
          {detail.status !== 'publish_resolution' && <p>{t('matters.correct.as_voted')}</p>}
        </>
      }
      icon="copy"
    >
      <TextFields
        view={view}
        from={detail.status === 'publish_resolution' ? detail.resolutions.at(-1) : detail.voted}
        t={t}
      />
      <ReasonField view={view} label={t('matters.correct.reason')} t={t} />
    </StepForm>
  );
}
