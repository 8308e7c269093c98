import { BeforeAfter } from '@/components/before-after';
import type { Locale } from '@/components/preferences';
import { shanghaiTime } from '@/lib/calendar/shanghai';
import { formatDay } from '../_order/when';
import type { Translate } from '../_shell/translate';
import type { Shot } from './shots';

/** Before and after under one thumb. */
export function ShotCompare(props: { before: Shot; after: Shot; now: number; locale: Locale; t: Translate }) {
  const { now, locale, t } = props;
  const day = (shot: Shot) => (shot.at === null ? '' : formatDay(shot.at, now, locale));
  // Short enough for two on a narrow picture: the days, or the times of one day.
  const isOneDay = day(props.before) === day(props.after);
  const view = (shot: Shot, which: 'before' | 'after') => {
    const when = shot.at !== null && isOneDay ? shanghaiTime(shot.at) : day(shot);
    return {
      src: `/photos/${shot.id}?size=thumb`,
      wide: `/photos/${shot.id}`,
      href: `/photos/${shot.id}`,
      alt: t(`verify.photo.${which}`),
      tag: t(`common.photo.${which}`, { when }),
      linkLabel: t(`common.photo.open_${which}`),
    };
  };
  return (
    <BeforeAfter
      before={view(props.before, 'before')}
      after={view(props.after, 'after')}
      sliderLabel={t('common.photo.compare')}
    />
  );
}
