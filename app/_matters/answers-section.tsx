import { listAnswers } from '@/lib/answers/queries/list-answers';
import { listWaiting } from '@/lib/answers/queries/list-waiting';
import { commonMatters } from '@/lib/orders/queries/common-matters';
import { listAreas } from '@/lib/places/queries/list-areas';
import { rowName } from '../_shell/names';
import { AnswerRows, CommonRows, WaitingRows } from './answers/answer-rows';
import { answersFor } from './answers/own-answers';
import { opensFor } from './deliberation/own-cases';
import type { MatterSectionProps } from './matter-section';

const shown = 5;

/**
 * 审议—答复 on the hub: promises whose day has passed first, then what waits, then what several households brought up,
 * with the way to make it a matter for all.
 */
export async function AnswersSection({ ctx, now, locale, t }: MatterSectionProps) {
  const community = await answersFor(ctx);
  if (!community) return null;
  const of = { community: community.code };
  const [late, waiting, matters, quarters] = await Promise.all([
    listAnswers(ctx, { ...of, late: true, limit: shown }),
    listWaiting(ctx, of),
    commonMatters(ctx, of),
    listAreas(ctx, { parent: community.code, kind: 'quarter', limit: 200 }),
  ]);
  const places = new Map(quarters.items.map((one) => [one.code, rowName(locale, one)]));
  const read = { now, locale, t };
  const opens = opensFor(ctx.actor).includes(community.code);
  return (
    <section className="card stack" aria-labelledby="matters-answers">
      <h2 className="card-title" id="matters-answers">
        <a className="alone" href="/desk/answers">
          {t('answers.kind')}
        </a>
      </h2>
      <p className="quiet">{t('answers.section')}</p>
      {late.items.length > 0 && <AnswerRows items={late.items} label={t('answers.late')} {...read} />}
      {waiting.length > 0 ? (
        <>
          <h3>{t('answers.waiting_count', { count: waiting.length })}</h3>
          <WaitingRows items={waiting.slice(0, shown)} {...read} />
        </>
      ) : (
        <p>{t('answers.none_waiting')}</p>
      )}
      {matters.length > 0 && (
        <>
          <h3>{t('answers.common.title')}</h3>
          <p className="quiet">{t('answers.common.words')}</p>
          <CommonRows {...{ matters, places, opens }} {...read} />
        </>
      )}
      <p>
        <a className="alone" href="/desk/answers">
          {t('answers.all')}
        </a>
      </p>
    </section>
  );
}
