import { PhotoStrip } from '@/components/photo-strip';
import { Timeline, type TimelineNode } from '@/components/timeline';
import { formatDay, formatDuration, formatWhen, machineTime } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import { photosOf } from './photos';
import { nextSteps, storyOf } from './story';
import type { TrackPart } from './track-page';

const named: readonly string[] = ['dispatcher', 'hall', 'verifier', 'assignee', 'street', 'secretary'];

/** The life of the order, newest first, with who did what; at the end, dashed, what comes next. */
export function TrackStory({ viewer, reader, data, now }: TrackPart) {
  const { order } = viewer;
  const { t, locale } = reader;
  const lines = storyOf(order.timeline, data.nameOf).toReversed();
  const said = (text: string) =>
    text.length === 10
      ? formatDay(Date.parse(`${text}T12:00:00+08:00`), now, locale)
      : formatWhen(Date.parse(text), now, locale);
  const nodes = lines.map(({ entry, key, values, times = {}, icon, by }, at): TimelineNode => {
    const when = Date.parse(entry.at);
    const took = key === 'intake' && order.submittedAt ? when - Date.parse(order.submittedAt) : 0;
    const who =
      by &&
      (named.includes(by.relation) ? t(`track.by.${by.relation}`, { name: nameIn(locale, by) }) : nameIn(locale, by));
    const beside = [
      who,
      took > 0 && took < 86_400_000 && t('track.took', { duration: formatDuration(took, t) }),
      key === 'rated' && entry.data.stars && t(`rate.level.${String(entry.data.stars)}`),
    ].filter(Boolean);
    // Those of the first entry stand with the words of the report itself.
    const photos =
      entry.seq > 1
        ? photosOf(viewer, t, ({ seq, kind }) => seq === entry.seq && (kind === 'requester' || kind === 'told'))
        : [];
    const plan = typeof entry.data.plan === 'string' ? entry.data.plan : null;
    return {
      key: String(entry.seq),
      state: at === 0 ? 'now' : 'past',
      title: t(`event.resident.${key}`, {
        ...values,
        ...Object.fromEntries(Object.entries(times).map(([name, text]) => [name, said(text)])),
      }),
      meta: (
        <>
          <time dateTime={machineTime(when)}>{formatWhen(when, now, locale)}</time>
          {beside.length > 0 && ` · ${beside.join(' · ')}`}
        </>
      ),
      icon,
      content: (entry.words || plan || photos.length > 0) && (
        <>
          {entry.words && (
            <p className="words" lang={wordsLang(locale)}>
              {entry.words}
            </p>
          )}
          {plan && (
            <p className="words">
              {t('track.plan')} <span lang={wordsLang(locale)}>{plan}</span>
            </p>
          )}
          <PhotoStrip photos={photos} />
        </>
      ),
    };
  });
  const steps = nextSteps(order.status).map((step) => t(`track.next.${step}`));
  const next: TimelineNode[] = steps.length > 0 ? [{ key: 'next', state: 'next', title: steps.join(' → ') }] : [];
  return (
    <Timeline
      nodes={[...nodes, ...next]}
      words={{ now: t('common.timeline.now'), past: t('common.timeline.past'), next: t('common.timeline.next') }}
    />
  );
}
