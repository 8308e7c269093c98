import { Chip } from '@/components/chip';
import { ListRow, ListRows } from '@/components/list-rows';
import type { Locale } from '@/components/preferences';
import type { SupervisionView } from '@/lib/orders/queries/supervisions-on';
import { formatWhen, machineTime } from '../_order/when';
import { nameIn } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { ColourChip } from './colour-chip';

interface Props {
  now: number;
  locale: Locale;
  t: Translate;
}

/** Whether an answer is due, was, or came: word and shape. */
export function NoticeState({ state, t }: { state: SupervisionView['state']; t: Translate }) {
  const look = {
    waiting: { tone: 'info', icon: 'clock' },
    late: { tone: 'cinnabar', icon: 'hourglass' },
    answered: { tone: 'green', icon: 'circle-check' },
    ended: { tone: 'grey', icon: 'circle-check' },
  } as const;
  return <Chip {...look[state]}>{t(`supervision.state.${state}`)}</Chip>;
}

/** 督办单 one below the other: number and what it is about, who owns it, by when an answer is due, who was told last. */
export function NoticeRows(props: Props & { items: SupervisionView[]; label: string }) {
  const { items, label, ...read } = props;
  return (
    <ListRows label={label}>
      {items.map((notice) => (
        <NoticeRow key={notice.code} notice={notice} {...read} />
      ))}
    </ListRows>
  );
}

function NoticeRow({ notice, now, locale, t }: Props & { notice: SupervisionView }) {
  const replyBy = Date.parse(notice.replyBy);
  const last = notice.told.at(-1);
  const facts = [
    notice.order && nameIn(locale, notice.order.item),
    notice.order && nameIn(locale, notice.order.place),
    t(`supervision.ground.${notice.ground}`),
  ].filter(Boolean);
  return (
    <ListRow
      href={`/desk/supervisions/${notice.code}`}
      title={<span lang="zh-CN">{notice.number}</span>}
      meta={
        <>
          {facts.join(' · ')}
          <br />
          {t('supervision.field.owner')} {notice.owner ? nameIn(locale, notice.owner) : t('supervision.nobody')}
          {notice.climbs > 0 && ` · ${t('supervision.climbs', { n: notice.climbs })}`}
          {last && (
            <>
              <br />
              {t('supervision.told.title')}{' '}
              {t('supervision.told.line', {
                when: formatWhen(Date.parse(last.at), now, locale),
                name: nameIn(locale, last.name),
                step: t(`supervision.step.${last.step}`),
              })}
            </>
          )}
        </>
      }
      side={
        <>
          <ColourChip colour={notice.colour} t={t} />
          <NoticeState state={notice.state} t={t} />
          <time className="small" dateTime={machineTime(replyBy)}>
            {t('supervision.field.reply_by')} {formatWhen(replyBy, now, locale)}
          </time>
        </>
      }
    />
  );
}
