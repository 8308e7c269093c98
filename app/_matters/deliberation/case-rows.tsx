import { Chip } from '@/components/chip';
import type { IconName } from '@/components/icon';
import { type BarTone, ListRow, ListRows } from '@/components/list-rows';
import type { Locale } from '@/components/preferences';
import type { Tone } from '@/components/tone';
import type { DeliberationListItem } from '@/lib/deliberation/queries/list-deliberations';
import type { Status } from '@/lib/deliberation/status';
import { formatDay } from '../../_order/when';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

const looks: Record<Status, { tone: Tone; icon: IconName; bar: BarTone }> = {
  propose: { tone: 'info', icon: 'pencil', bar: 'grey' },
  consult: { tone: 'teal', icon: 'deliberate', bar: 'teal' },
  review: { tone: 'teal', icon: 'deliberate', bar: 'teal' },
  resolve: { tone: 'teal', icon: 'deliberate', bar: 'teal' },
  publish_resolution: { tone: 'gold', icon: 'megaphone', bar: 'gold' },
  publish_result: { tone: 'gold', icon: 'wrench', bar: 'gold' },
  completed: { tone: 'green', icon: 'circle-check', bar: 'grey' },
  rejected: { tone: 'grey', icon: 'circle-x', bar: 'grey' },
  withdrawn: { tone: 'grey', icon: 'undo', bar: 'grey' },
};

export function StatusChip({ status, t }: { status: Status; t: Translate }) {
  const { tone, icon } = looks[status];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`deliberation.status.${status}`)}
    </Chip>
  );
}

/** Cases as rows, each with where it stands; on notice, until when. */
export function CaseRows(props: {
  items: readonly DeliberationListItem[];
  label: string;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { items, label, now, locale, t } = props;
  return (
    <ListRows label={label}>
      {items.map((one) => (
        <ListRow
          key={one.code}
          href={`/desk/deliberations/${one.code}`}
          bar={looks[one.status].bar}
          title={
            <span lang={one.title.en === one.title.zh ? wordsLang(locale) : undefined}>
              {nameIn(locale, one.title)}
            </span>
          }
          meta={t('matters.row', { code: one.code, day: formatDay(one.openedAt, now, locale) })}
          side={
            <>
              <StatusChip status={one.status} t={t} />
              {one.status === 'publish_resolution' && one.noticeUntil && (
                <span className="quiet small">{t('matters.notice_until', { day: one.noticeUntil })}</span>
              )}
            </>
          }
        />
      ))}
    </ListRows>
  );
}
