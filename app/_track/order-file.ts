import { shanghaiDate } from '@/lib/calendar/shanghai';
import { presentState } from '../_order/order-state';
import { stateOf } from '../_order/row-clock';
import { exactWhen } from '../_resident/exact-when';
import { nameIn } from '../_shell/names';
import type { TrackData } from './load-track';
import { solvedQuestion } from './solved-question';
import { storyOf } from './story';
import type { Reader, Viewer } from './viewer';

/** Everything that this side shows of one order as a text, for the requester to keep: their own data and no more. */
export function orderFile({ order }: Viewer, { t, locale }: Reader, data: TrackData): string {
  const when = (instant: string) => {
    const at = Date.parse(instant);
    return `${shanghaiDate(at).slice(0, 4)} ${exactWhen(at, locale)}`;
  };
  const fact = (name: string, value: string | null | undefined) =>
    value ? [t('track.file.fact', { name, value })] : [];
  const state = presentState(stateOf(order));
  const story = storyOf(order.timeline, data.nameOf).flatMap(({ entry, key, values }) => [
    `${when(entry.at)}  ${t(`event.resident.${key}`, values)}`,
    ...(entry.words ? [`    ${entry.words}`] : []),
  ]);
  const question = solvedQuestion(order.item);
  const ratings = order.ratings.flatMap((one) =>
    one.stars === null
      ? []
      : [
          `${when(one.at)}  ${t(`${question}.${one.solved ?? 'yes'}`)} · ${t(`rate.level.${one.stars}`)}`,
          ...(one.reason ? [`    ${t(`rate.reason.${one.reason}`)}`] : []),
          ...(one.words ? [`    ${one.words}`] : []),
        ],
  );
  return [
    t('track.file.title'),
    '',
    ...fact(t('track.number'), order.code),
    ...fact(t('track.file.state'), t(state.residentWord, state.values)),
    ...fact(t('done.item'), nameIn(locale, order.itemName)),
    ...fact(t('done.place'), order.place && nameIn(locale, order.place)),
    ...fact(t('track.detail'), order.contact.detail),
    ...fact(t('report.check.name'), order.contact.name),
    ...fact(t('report.check.phone'), order.contact.phone),
    ...fact(t('track.said'), order.words),
    ...fact(t('done.photos'), order.photos.length > 0 ? t('done.photo_count', { count: order.photos.length }) : ''),
    '',
    t('track.story'),
    ...story,
    ...(ratings.length > 0 ? ['', t('track.file.ratings'), ...ratings] : []),
    '',
  ].join('\r\n');
}
