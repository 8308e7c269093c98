import { Notice } from '@/components/notice';
import { presentState } from '../_order/order-state';
import { formatWhen } from '../_order/when';
import { nameIn } from '../_shell/names';
import type { TrackPart } from './track-page';

const atWork: readonly string[] = ['assigned', 'in_progress', 'suspended'];

/** Later the whole is asked about, and how it was shared out says nothing any more. */
const beforeRating: readonly string[] = ['submitted', 'offered', ...atWork, 'awaiting_verification'];

/** How far the parts of a split order are: one order still, in plain words. */
export function TrackParts({ viewer: { order }, reader: { t } }: TrackPart) {
  const count = order.childCount;
  if (!count || !beforeRating.includes(order.status)) return null;
  return (
    <Notice kind="info">
      <b>{t('track.parts.title', { total: count.total })}</b> {t('track.parts.text', { done: count.done })}
    </Notice>
  );
}

/** What a merged order follows: how far that is, and nothing of whoever else reported it (3.8). */
export function TrackMain({ viewer: { order }, reader: { t, locale }, now }: TrackPart) {
  const { main } = order;
  if (!main) return null;
  const { residentWord, values } = presentState({
    status: main.status,
    level: 'community',
    comeback: 'none',
    reworkCount: 0,
    reopenCount: 0,
  });
  const by = atWork.includes(main.status) ? main.finishBy : null;
  return (
    <Notice kind="info">
      <b>{t('track.main.title')}</b> {t('track.main.text')} {t('track.main.state', { state: t(residentWord, values) })}
      {by && ` · ${t('track.main.by', { when: formatWhen(Date.parse(by), now, locale) })}`}
    </Notice>
  );
}

/** Whom the street called to the place, by the names of the offices; while it is being dealt with. */
export function TrackWhistle({ viewer: { order }, reader: { t, locale } }: TrackPart) {
  if (order.whistles.length === 0 || !beforeRating.includes(order.status)) return null;
  const units = order.whistles.map(({ name }) => nameIn(locale, name)).join(locale === 'en' ? ', ' : '、');
  const came = order.whistles.filter(({ arrivedAt }) => arrivedAt).length;
  return (
    <Notice kind="info">
      <b>{t('track.whistle.title', { units })}</b> {t('track.whistle.text', { came, total: order.whistles.length })}
    </Notice>
  );
}
