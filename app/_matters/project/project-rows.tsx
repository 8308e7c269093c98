import { Chip } from '@/components/chip';
import type { IconName } from '@/components/icon';
import { type BarTone, ListRow, ListRows } from '@/components/list-rows';
import type { Locale } from '@/components/preferences';
import type { Tone } from '@/components/tone';
import { startOfDay } from '@/lib/calendar/shanghai';
import type { ProjectListItem } from '@/lib/projects/queries/list-projects';
import type { Status } from '@/lib/projects/status';
import { formatDay } from '../../_order/when';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

const looks: Record<Status, { tone: Tone; icon: IconName; bar: BarTone }> = {
  planned: { tone: 'info', icon: 'list', bar: 'grey' },
  running: { tone: 'teal', icon: 'wrench', bar: 'teal' },
  completed: { tone: 'green', icon: 'circle-check', bar: 'grey' },
  stopped: { tone: 'grey', icon: 'ban', bar: 'grey' },
};

/** Where a project stands, and whether its date was kept. */
export function ProjectChips({ status, timing, t }: Pick<ProjectListItem, 'status' | 'timing'> & { t: Translate }) {
  const { tone, icon } = looks[status];
  return (
    <>
      <Chip tone={tone} icon={icon}>
        {t(`project.status.${status}`)}
      </Chip>
      {timing !== 'on_time' && (
        <Chip tone="cinnabar" icon="triangle" strong={timing === 'late_unexplained'}>
          {t(`project.timing.${timing}`)}
        </Chip>
      )}
    </>
  );
}

/** Projects as rows: the date that holds, where it stands, and in red what is late. */
export function ProjectRows(props: { items: readonly ProjectListItem[]; label: string; locale: Locale; t: Translate }) {
  const { items, label, locale, t } = props;
  return (
    <ListRows label={label}>
      {items.map((one) => (
        <ListRow
          key={one.code}
          href={`/desk/projects/${one.code}`}
          bar={one.timing === 'late_unexplained' ? 'cinnabar' : looks[one.status].bar}
          title={
            <span lang={one.title.en === one.title.zh ? wordsLang(locale) : undefined}>
              {nameIn(locale, one.title)}
            </span>
          }
          meta={t('project.desk.row', { code: one.code, date: formatDay(startOfDay(one.dueOn), null, locale) })}
          side={<ProjectChips {...one} t={t} />}
        />
      ))}
    </ListRows>
  );
}
