import { Chip } from '@/components/chip';
import { type BarTone, ListRow, ListRows } from '@/components/list-rows';
import type { Locale } from '@/components/preferences';
import type { AnswerListItem } from '@/lib/answers/queries/list-answers';
import type { CommonMatter } from '@/lib/orders/queries/common-matters';
import type { OrderListItem } from '@/lib/orders/queries/list-orders';
import { type AnswerState, answerLooks, answerState, answerTime } from '../../_board/answer-state';
import { formatDay } from '../../_order/when';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { CommonWays } from '../common-ways';

interface Read {
  now: number;
  locale: Locale;
  t: Translate;
}

const bars: Record<AnswerState, BarTone> = {
  late: 'cinnabar',
  promised: 'gold',
  done: 'grey',
  not_adopted: 'grey',
  taken_back: 'grey',
};

export function AnswerChip({ state, t }: { state: AnswerState; t: Translate }) {
  return (
    <Chip {...answerLooks[state]} strong={state === 'late'}>
      {t(`answers.state.${state}`)}
    </Chip>
  );
}

/** Answers as rows, each with what was promised until when. */
export function AnswerRows({ items, label, ...read }: Read & { items: readonly AnswerListItem[]; label: string }) {
  const { now, locale, t } = read;
  return (
    <ListRows label={label}>
      {items.map((one) => {
        const state = answerState(one);
        return (
          <ListRow
            key={one.code}
            href={`/desk/answers/${one.code}`}
            bar={bars[state]}
            title={
              <span lang={one.title.en === one.title.zh ? wordsLang(locale) : undefined}>
                {nameIn(locale, one.title)}
              </span>
            }
            meta={[one.code, answerTime(one, now, { t, locale })].filter(Boolean).join(' · ')}
            side={<AnswerChip state={state} t={t} />}
          />
        );
      })}
    </ListRows>
  );
}

/** Suggestions that wait for an answer; a row leads to the form. */
export function WaitingRows({ items, now, locale, t }: Read & { items: readonly OrderListItem[] }) {
  return (
    <ListRows label={t('answers.waiting')}>
      {items.map((one) => (
        <ListRow
          key={one.code}
          href={`/desk/answers/new?order=${one.code}`}
          title={<span lang={wordsLang(locale)}>{one.excerpt ?? nameIn(locale, one.itemName)}</span>}
          meta={
            one.submittedAt
              ? t('answers.asked', { code: one.code, day: formatDay(Date.parse(one.submittedAt), now, locale) })
              : one.code
          }
        />
      ))}
    </ListRows>
  );
}

/** What several households brought up: what it is, where, and how many, never who. */
export function CommonRows(
  props: {
    matters: readonly CommonMatter[];
    places: ReadonlyMap<string, string>;
    /** The reader may open a case for them. */
    opens: boolean;
  } & Read,
) {
  const { matters, places, opens, locale, t } = props;
  const list = (names: string[]) => names.join(t('answers.common.and'));
  return (
    <ul className="stack-tight">
      {matters.map((one) => (
        <li key={one.orders[0]}>
          <p>
            <b>
              {t('answers.common.matter', {
                place: list(one.areas.map((area) => places.get(area) ?? area)),
                item: list(one.items.map((item) => nameIn(locale, item))),
                count: one.households,
                orders: one.orders.length,
              })}
            </b>
          </p>
          <p className="quiet small">{one.orders.join(' ')}</p>
          {opens && <CommonWays orders={one.orders} t={t} />}
        </li>
      ))}
    </ul>
  );
}
