import type { Translate } from '../../_shell/translate';
import type { DeskFilter } from '../desk-views';
import type { LiveScope, LiveTexts } from './live-list';
import type { PaneTexts } from './live-pane';

/** What of all that happens concerns a list: orders in it always do, others where they could come into it. */
export const liveScope = ({ view, status, cell }: DeskFilter): LiveScope => ({
  status: status ?? (view === 'to_dispatch' || view === 'arbitration' ? 'submitted' : undefined),
  cell: cell && /^\d{15}$/.test(cell) ? cell : undefined,
});

export const liveTexts = (t: Translate): LiveTexts => ({
  news: t('desk.live.news', { count: '#' }),
  many: t('desk.live.many'),
  show: t('desk.live.show'),
  lost: t('desk.live.lost'),
  changed: t('desk.live.changed', { name: '#' }),
});

export const liveTextsOfPane = (t: Translate): PaneTexts => ({
  looking: t('desk.live.looking', { names: '#' }),
  conflict: t('desk.live.conflict'),
  show: t('desk.live.show_order'),
  kept: t('desk.live.kept'),
});
