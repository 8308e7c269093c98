import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import { reasonWords } from '@/lib/transport/words';
import { railOf, stoneName } from '../../_board/rail';
import { failedWords, resultWords } from './case-words';
import type { CasePageData } from './load-case-page';
import { openMeetingOf } from './next-step';
import { StepBody, type StepBodyProps } from './step-body';
import type { StepName } from './step-fields';

/** What is in the way, as a sentence; null when the step is open. */
function lockOf({ detail, refusals }: CasePageData, step: StepName, locale: Locale): string | null {
  const refusal = detail.abilities.includes(step) ? undefined : refusals.get(step);
  if (!refusal) return null;
  return reasonWords(locale, refusal.reason, refusal.kind === 'not_now' ? 'rule' : 'forbidden', refusal.params);
}

/**
 * The next step as the one open form. Where something is in the way it stands locked with the reason; where it is the
 * secretary's the clerk is told so.
 */
export function LeadCard(props: Omit<StepBodyProps, 'step' | 'lead'>) {
  const { data, locale, t } = props;
  const { detail, next } = data;
  const lock = next && lockOf(data, next, locale);
  const stone = railOf(detail).find((one) => one.state === 'now' && one.key !== 'filing');
  const failed = detail.meetings.filter((one) => one.stage === detail.status).at(-1);
  const fail = failed?.state === 'failed' && !openMeetingOf(detail) ? resultWords(failed, t) : null;
  return (
    <section className="card stack act" id="act" aria-labelledby="next-step">
      <div>
        <p className="quiet small">
          {stone ? t(stoneName(stone, detail.legalForm)) : t(`deliberation.status.${detail.status}`)}
        </p>
        <h2 id="next-step">{next ? t(`matters.step.${next}`) : t('matters.over')}</h2>
      </div>
      {fail && (
        <Notice kind="bad">
          {fail}
          <br />
          {failed && failedWords(detail.pack.id, failed, t)}
        </Notice>
      )}
      {!next && <p>{t(`matters.ended_as.${detail.status}`)}</p>}
      {lock && <Notice kind="wait">{lock}</Notice>}
      {next && !lock && <StepBody {...props} step={next} lead />}
    </section>
  );
}
