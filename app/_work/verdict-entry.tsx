import { Chip } from '@/components/chip';
import { ItemCard } from '@/components/item-card';
import type { Locale } from '@/components/preferences';
import type { VerdictEntry } from '@/lib/orders/queries/list-verdicts';
import { OrderNumber } from '../_order/order-number';
import { formatWhen, machineTime } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';

/** One line of 验单记录: what was decided, by whom, in whose name, when and why, and its place in the order's history. */
export function VerdictEntryCard(props: { entry: VerdictEntry; now: number; locale: Locale; t: Translate }) {
  const { entry, now, locale, t } = props;
  const who = [entry.who, entry.org].flatMap((named) => (named ? nameIn(locale, named) : [])).join(' · ');
  return (
    <ItemCard
      href={`/verify/o/${entry.code}`}
      title={nameIn(locale, entry.itemName)}
      meta={
        <>
          <OrderNumber code={entry.code} /> · {t('verify.log.seq', { seq: entry.seq })}
        </>
      }
      aside={
        entry.passed ? (
          <Chip tone="green" icon="seal-check">
            {t('verify.log.passed')}
          </Chip>
        ) : (
          <Chip tone="brown" icon="undo">
            {t('verify.log.sent_back', { what: t(`reworkReason.${entry.reason}`) })}
          </Chip>
        )
      }
    >
      <div className="verdict-entry">
        <p>
          <time dateTime={machineTime(entry.at)}>{formatWhen(entry.at, now, locale)}</time> · {who}
        </p>
        {entry.waived.length > 0 && (
          <p className="small">
            {t('verify.log.waived', {
              kinds: entry.waived.map((kind) => t(`evidence.kind.${kind}`)).join(t('work.finish.and')),
            })}
          </p>
        )}
        {entry.words && (
          <p className="quiet small" lang={wordsLang(locale)}>
            {entry.words}
          </p>
        )}
      </div>
    </ItemCard>
  );
}
