import { Facts } from '@/components/facts';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import type { OrderAsks } from '@/lib/orders/queries/order-asks';
import { formatDay, formatWhen } from '../../_order/when';
import type { FormView } from '../../_shell/form-values';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { FoldedForm, type OnOrder } from './action-form';

export const clockControls = {
  grant: { days: 'grant-days', words: 'grant-words' },
  refuse: { reason: 'refuse-reason' },
  suspend: { reason: 'suspend-reason', resumeOn: 'suspend-resumeOn', plan: 'suspend-plan' },
  refuseSuspension: { reason: 'refuse-suspension-reason' },
  resume: { words: 'resume-words' },
};

interface Props {
  on: OnOrder;
  view: FormView;
  action: (form: FormData) => Promise<void>;
  asks: OrderAsks;
  /** It is the next act of the order, and stands open. */
  lead?: boolean;
  now: number;
  locale: Locale;
  t: Translate;
}

const dayOf = (date: string, { now, locale }: Pick<Props, 'now' | 'locale'>) =>
  formatDay(Date.parse(`${date}T12:00:00+08:00`), now, locale);

const Words = ({ words, locale }: { words: string; locale: Locale }) => <span lang={wordsLang(locale)}>{words}</span>;

/** 批延期: what is asked for and why, and for each number of days the time that it would lead to, before anything is pressed. */
export function GrantForm(props: Props) {
  const { on, view, action, asks, lead, now, locale, t } = props;
  const { extension: asked, finishBy } = asks;
  if (!asked || !finishBy) return null;
  const when = (text: string) => formatWhen(Date.parse(text), now, locale);
  return (
    <FoldedForm
      order={on}
      {...{ view, action, lead, t }}
      title={t('desk.grant.title', { no: asked.no })}
      send={t('desk.grant.send')}
      rule={t(asked.street ? 'desk.grant.rule_second' : 'desk.grant.rule_first')}
      icon="check"
    >
      <Facts
        facts={[
          { name: t('desk.grant.by'), value: asked.by && nameIn(locale, asked.by) },
          { name: t('desk.grant.reason'), value: t(`extensionReason.${asked.reason}`) },
          { name: t('desk.grant.words'), value: asked.words && <Words words={asked.words} locale={locale} /> },
          { name: t('desk.grant.asked'), value: t('desk.grant.days_asked', { days: asked.days }) },
          { name: t('desk.grant.now'), value: when(finishBy) },
        ]}
      />
      <SelectField
        {...view.field('days', String(asked.days))}
        id="grant-days"
        label={t('desk.grant.days')}
        hint={t('desk.grant.days_hint')}
        options={asked.options.map(({ days, finishBy: then }) => ({
          value: String(days),
          label: t('desk.grant.option', { days, when: when(then) }),
        }))}
      />
      <PageTextArea
        {...view.field('words')}
        id="grant-words"
        label={t('desk.grant.to_resident')}
        note={t('common.optional')}
        rows={2}
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}

/** 不准延期: the handler reads why. */
export function RefuseForm({ on, view, action, t }: Props) {
  return (
    <FoldedForm
      order={on}
      {...{ view, action, t }}
      title={t('desk.refuse.title')}
      send={t('desk.refuse.send')}
      rule={t('desk.refuse.rule')}
      kind="brown"
      icon="ban"
    >
      <PageTextArea
        {...view.field('reason')}
        id="refuse-reason"
        label={t('desk.refuse.reason')}
        rows={2}
        required
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}

/** 挂起, by somebody else than the handler; filled in from what the handler asks for, with the time that it would lead to. */
export function SuspendForm(props: Props) {
  const { on, view, action, asks, lead, now, locale, t } = props;
  const { suspension: asked, finishBy, resumeDays } = asks;
  const when = (text: string) => formatWhen(Date.parse(text), now, locale);
  return (
    <FoldedForm
      order={on}
      {...{ view, action, lead, t }}
      title={t(asked ? 'desk.suspend.title_asked' : 'desk.suspend.title')}
      send={t('desk.suspend.send')}
      rule={t('desk.suspend.rule')}
      icon="pause"
    >
      {asked && (
        <Facts
          facts={[
            { name: t('desk.grant.by'), value: asked.by && nameIn(locale, asked.by) },
            { name: t('desk.suspend.wished'), value: dayOf(asked.resumeOn, props) },
            { name: t('desk.grant.now'), value: finishBy && when(finishBy) },
            { name: t('desk.suspend.then'), value: asked.finishBy && when(asked.finishBy) },
          ]}
        />
      )}
      <PageTextArea
        {...view.field('reason', asked?.reason)}
        id="suspend-reason"
        label={t('desk.suspend.reason')}
        hint={t('desk.suspend.reason_hint')}
        rows={2}
        required
        maxLength={limits.shortWords}
      />
      <TextField
        {...view.field('resumeOn', asked?.resumeOn)}
        id="suspend-resumeOn"
        type="date"
        min={resumeDays.from}
        max={resumeDays.to}
        label={t('desk.suspend.resume_on')}
        hint={t('desk.suspend.resume_hint')}
        required
      />
      <PageTextArea
        {...view.field('plan', asked?.plan ?? '')}
        id="suspend-plan"
        label={t('desk.suspend.plan')}
        note={t('common.optional')}
        hint={t('desk.suspend.plan_hint')}
        rows={2}
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}

/** 不同意挂起: the order goes on as it is. */
export function RefuseSuspensionForm({ on, view, action, t }: Props) {
  return (
    <FoldedForm
      order={on}
      {...{ view, action, t }}
      title={t('desk.refuse_suspension.title')}
      send={t('desk.refuse_suspension.send')}
      rule={t('desk.refuse_suspension.rule')}
      kind="brown"
      icon="ban"
    >
      <PageTextArea
        {...view.field('reason')}
        id="refuse-suspension-reason"
        label={t('desk.refuse.reason')}
        rows={2}
        required
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}

/** 解挂 before its day: from when to when the finish moves if it goes on now. */
export function ResumeForm(props: Props) {
  const { on, view, action, asks, now, locale, t } = props;
  const { running, finishBy } = asks;
  const when = (text: string) => formatWhen(Date.parse(text), now, locale);
  return (
    <FoldedForm
      order={on}
      {...{ view, action, t }}
      title={t('desk.resume.title')}
      send={t('desk.resume.send')}
      rule={t('desk.resume.rule')}
      icon="rotate"
    >
      {running?.ifNow && finishBy && (
        <p>{t('desk.resume.moves', { was: when(finishBy), will: when(running.ifNow) })}</p>
      )}
      <PageTextArea
        {...view.field('words')}
        id="resume-words"
        label={t('desk.grant.to_resident')}
        note={t('common.optional')}
        rows={2}
        maxLength={limits.shortWords}
      />
    </FoldedForm>
  );
}

/** What a suspended order waits for, and until when: 挂账 stays in sight (3.4). */
export function SuspensionFacts({ asks, now, locale, t }: Pick<Props, 'asks' | 'now' | 'locale' | 't'>) {
  const { running } = asks;
  if (!running) return null;
  return (
    <Facts
      facts={[
        { name: t('desk.suspend.resume_on'), value: dayOf(running.resumeOn, { now, locale }) },
        { name: t('desk.suspend.reason'), value: running.reason && <Words words={running.reason} locale={locale} /> },
        { name: t('desk.suspend.plan'), value: running.plan && <Words words={running.plan} locale={locale} /> },
      ]}
    />
  );
}
