import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/deliberation/input';
import type { DeliberationDetail, ObjectionView } from '@/lib/deliberation/queries/get-deliberation';
import { formatDay } from '../../_order/when';
import { wordsLang } from '../../_shell/names';
import type { StepView } from './step-fields';
import { type OnCase, StepForm } from './step-form';

/** 答复意见: the words as everybody will read them, written anew beside what came in, and the answer. */
export function AnswerForm(props: OnCase & { view: StepView; objection: ObjectionView; now: number; locale: Locale }) {
  const { view, objection, now, locale, ...on } = props;
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.objection.title')}
      send={t('matters.objection.send')}
      rule={
        <>
          <p className="small quiet">
            {t('matters.objection.came', { day: formatDay(objection.at, now, locale), by: objection.answerBy })}
          </p>
          <p className="request-words" lang={wordsLang(locale)}>
            {objection.words}
          </p>
          {objection.contact && <p>{t('matters.objection.contact', { contact: objection.contact })}</p>}
          <p>{t('matters.objection.rule')}</p>
        </>
      }
      icon="message"
    >
      <input type="hidden" name="objection" value={objection.id} />
      <PageTextArea
        {...view.at('publicWords')}
        label={t('matters.objection.public_words')}
        hint={t('matters.objection.public_hint')}
        rows={3}
        required
        maxLength={limits.shortWords}
      />
      <PageTextArea
        {...view.at('answer')}
        label={t('matters.objection.answer')}
        rows={3}
        required
        maxLength={limits.shortWords}
      />
    </StepForm>
  );
}

/** 备案: with which unit, when, under which number. */
export function FilingForm({ view, today, ...on }: OnCase & { view: StepView; today: string }) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.filing.title')}
      send={t('matters.filing.send')}
      rule={<p>{t('matters.filing.rule')}</p>}
      icon="lock"
    >
      <TextField {...view.at('unit')} label={t('matters.filing.unit')} required maxLength={limits.place} />
      <div className="field-pair">
        <TextField {...view.at('on')} type="date" max={today} label={t('matters.filing.on')} required />
        <TextField {...view.at('receiptNo')} label={t('matters.filing.no')} required maxLength={60} />
      </div>
    </StepForm>
  );
}

/** 开始实施: only once the notice is over, every objection answered, and filed and priced where it has to be. */
export function BeginForm({ view, detail, ...on }: OnCase & { view: StepView; detail: DeliberationDetail }) {
  const { t } = on;
  return (
    <StepForm
      {...on}
      view={view}
      title={t('matters.begin.title')}
      send={t('matters.begin.send')}
      rule={<p>{t('matters.begin.rule', { day: detail.notice?.until ?? '' })}</p>}
      icon="wrench"
    />
  );
}
