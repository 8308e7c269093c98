import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { Notice } from '@/components/notice';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import type { OrderAsks } from '@/lib/orders/queries/order-asks';
import { extensionReasons } from '@/lib/orders/status';
import { reasonWords } from '@/lib/transport/words';
import { formatDay, formatWhen } from '../_order/when';
import { formView } from '../_shell/form-values';
import { askExtensionAction, askSuspensionAction } from './clock-actions';
import { Fold } from './fold';
import { OrderFields } from './order-fields';
import type { FormProps } from './task-forms';
import { KeptWords } from './task-outbox';

type Props = FormProps & { asks: OrderAsks; now: number; locale: Locale };

/** 申请延期 (3.4): why and how many working days; where it is not open it says why, so that nobody looks for it. */
export function AskExtensionForm({ order, side, kept, wanted, personId, asks, now, locale, t }: Props) {
  const view = formView('ask_extension', kept, { reason: 'extension-reason', days: 'days', words: 'extension-words' });
  const { next, finishBy } = asks;
  return (
    <Fold id="ask_extension" title={t('work.extension.title')} open={view.refused || wanted === 'ask_extension'}>
      {finishBy && <p>{t('work.extension.now', { when: formatWhen(Date.parse(finishBy), now, locale) })}</p>}
      {next.refusal ? (
        <Notice kind="wait">{reasonWords(locale, next.refusal, 'rule')}</Notice>
      ) : (
        <form key={view.key} action={askExtensionAction} data-typed={`ask_extension/${order.code}`} className="stack">
          <p>{t(next.street ? 'work.extension.rule_second' : 'work.extension.rule_first', { days: next.days })}</p>
          <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
          <RadioCards
            name="reason"
            id="extension-reason"
            label={t('work.extension.reason')}
            required
            choices={extensionReasons.map((reason) => ({ value: reason, label: t(`extensionReason.${reason}`) }))}
            value={view.text('reason')}
            error={view.error('reason')}
          />
          <TextField
            {...view.field('days')}
            type="number"
            inputMode="numeric"
            min={1}
            max={next.days}
            label={t('work.extension.days')}
            hint={t('work.extension.days_hint', { days: next.days })}
            required
          />
          <PageTextArea
            {...view.field('words')}
            id="extension-words"
            label={t('work.extension.words')}
            note={t('common.optional')}
            rows={2}
            maxLength={limits.shortWords}
          />
          <Button kind="outline" icon="hourglass">
            {t('work.extension.send')}
          </Button>
          <KeptWords personId={personId} t={t} />
          <OrderFields order={order} side={side} />
        </form>
      )}
    </Fold>
  );
}

/** 申请挂起: why and until when; somebody else decides. */
export function AskSuspensionForm({ order, side, kept, wanted, personId, asks, locale, t }: Props) {
  const view = formView('ask_suspension', kept, {
    reason: 'suspension-reason',
    resumeOn: 'resumeOn',
    plan: 'suspension-plan',
  });
  return (
    <Fold id="ask_suspension" title={t('work.suspension.title')} open={view.refused || wanted === 'ask_suspension'}>
      {order.urgency === 'U1' ? (
        <Notice kind="wait">{reasonWords(locale, 'order.suspend_u1', 'rule')}</Notice>
      ) : (
        <form key={view.key} action={askSuspensionAction} data-typed={`ask_suspension/${order.code}`} className="stack">
          <p>{t('work.suspension.rule')}</p>
          <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
          <PageTextArea
            {...view.field('reason')}
            id="suspension-reason"
            label={t('work.suspension.reason')}
            hint={t('work.suspension.reason_hint')}
            rows={2}
            required
            maxLength={limits.shortWords}
          />
          <TextField
            {...view.field('resumeOn')}
            type="date"
            min={asks.resumeDays.from}
            max={asks.resumeDays.to}
            label={t('work.suspension.resume_on')}
            required
          />
          <PageTextArea
            {...view.field('plan')}
            id="suspension-plan"
            label={t('work.suspension.plan')}
            note={t('common.optional')}
            hint={t('work.suspension.plan_hint')}
            rows={2}
            maxLength={limits.shortWords}
          />
          <Button kind="outline" icon="pause">
            {t('work.suspension.send')}
          </Button>
          <KeptWords personId={personId} t={t} />
          <OrderFields order={order} side={side} />
        </form>
      )}
    </Fold>
  );
}

/** What the handler has asked for and nobody has decided yet, and until when a suspended order rests. */
export function AskedNotices({ asks, now, locale, t }: { asks: OrderAsks } & Pick<Props, 'now' | 'locale' | 't'>) {
  const { extension, suspension, running } = asks;
  const day = (date: string) => formatDay(Date.parse(`${date}T12:00:00+08:00`), now, locale);
  return (
    <>
      {extension && (
        <Notice kind="wait">
          {t(extension.street ? 'work.asked.extension_street' : 'work.asked.extension', {
            days: extension.days,
            when: formatWhen(Date.parse(extension.options[0]?.finishBy ?? extension.askedAt), now, locale),
          })}
        </Notice>
      )}
      {suspension && <Notice kind="wait">{t('work.asked.suspension', { day: day(suspension.resumeOn) })}</Notice>}
      {running && <Notice kind="info">{t('work.asked.suspended', { day: day(running.resumeOn) })}</Notice>}
    </>
  );
}
