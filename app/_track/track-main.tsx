import { Notice } from '@/components/notice';
import { presentState } from '../_order/order-state';
import { formatWhen } from '../_order/when';
import type { TrackPart } from './track-page';

const atWork: readonly string[] = ['assigned', 'in_progress', 'suspended'];

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
