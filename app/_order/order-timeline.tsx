import type { IconName } from '@/components/icon';
import { type Photo, PhotoStrip } from '@/components/photo-strip';
import type { Locale } from '@/components/preferences';
import { Timeline, type TimelineNode } from '@/components/timeline';
import type { Translate } from '../_shell/translate';
import { formatWhen, machineTime } from './when';

export interface TimelineEntry {
  key: string;
  title: string;
  detail?: string;
  at?: number;
  photos?: Photo[];
  icon?: IconName;
  /** Without it the first entry is now and the others are past. */
  state?: TimelineNode['state'];
  /** Language of title and detail where people wrote them. */
  lang?: string;
}

/** The life of an order, newest first; what comes next goes last with `state: 'next'`. */
export function OrderTimeline(props: { entries: TimelineEntry[]; now: number; locale: Locale; t: Translate }) {
  const { now, locale, t } = props;
  const nodes = props.entries.map((entry, index): TimelineNode => {
    const meta = (
      <>
        {entry.at !== undefined && <time dateTime={machineTime(entry.at)}>{formatWhen(entry.at, now, locale)}</time>}
        {entry.at !== undefined && entry.detail && ' · '}
        {entry.detail && <span lang={entry.lang}>{entry.detail}</span>}
      </>
    );
    return {
      key: entry.key,
      state: entry.state ?? (index === 0 ? 'now' : 'past'),
      title: <span lang={entry.lang}>{entry.title}</span>,
      meta: entry.at !== undefined || entry.detail ? meta : undefined,
      icon: entry.icon,
      content: entry.photos && <PhotoStrip photos={entry.photos} />,
    };
  });
  return (
    <Timeline
      nodes={nodes}
      words={{ now: t('common.timeline.now'), past: t('common.timeline.past'), next: t('common.timeline.next') }}
    />
  );
}
