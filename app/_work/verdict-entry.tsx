import { Chip } from '@/components/chip';
import { Icon } from '@/components/icon';
import type { Locale } from '@/components/preferences';
import { Seal } from '@/components/seal';
import { shanghaiTime } from '@/lib/calendar/shanghai';
import type { VerdictEntry } from '@/lib/orders/queries/list-verdicts';
import { OrderNumber } from '../_order/order-number';
import { formatDay, machineTime } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';

interface Reader {
  now: number;
  locale: Locale;
  t: Translate;
  /** How the line above the log says that the reader signed: entries signed just so leave it out. */
  said: string | null;
}

/** Who decided, and in whose name. */
export const signedAs = ({ who, org }: Pick<VerdictEntry, 'who' | 'org'>, locale: Locale): string =>
  [who, org].flatMap((named) => (named ? nameIn(locale, named) : [])).join(' · ');

/** 验单记录 by days, each under its date. */
export function VerdictDays({ entries, ...reader }: Reader & { entries: VerdictEntry[] }) {
  const days = new Map<string, VerdictEntry[]>();
  for (const entry of entries) {
    const day = formatDay(entry.at, reader.now, reader.locale);
    days.set(day, [...(days.get(day) ?? []), entry]);
  }
  return [...days].map(([day, ofDay]) => (
    <section key={day} className="section">
      <h2 className="log-day">{day}</h2>
      <ul className="card log">
        {ofDay.map((entry) => (
          <VerdictRow key={`${entry.code}-${entry.seq}`} entry={entry} {...reader} />
        ))}
      </ul>
    </section>
  ));
}

/** One decision: of what, when and why; by whom and in whose name, unless the line above the log says exactly that. */
function VerdictRow({ entry, locale, t, said }: Reader & { entry: VerdictEntry }) {
  const signed = signedAs(entry, locale);
  const who = entry.isOwn && signed === said ? '' : signed;
  return (
    <li className="log-row">
      <span className="log-mark">{entry.passed ? <Seal kind="verified" /> : <Icon name="undo" />}</span>
      <div className="log-main">
        <div className="item-head">
          <h3 className="item-title">
            <a href={`/verify/o/${entry.code}`}>{nameIn(locale, entry.itemName)}</a>
          </h3>
          {entry.passed ? (
            <Chip tone="green" icon="seal-check">
              {t('verify.log.passed')}
            </Chip>
          ) : (
            <Chip tone="brown" icon="undo">
              {t('verify.log.sent_back', { what: t(`reworkReason.${entry.reason}`) })}
            </Chip>
          )}
        </div>
        <p className="log-meta quiet small">
          <time dateTime={machineTime(entry.at)}>{shanghaiTime(entry.at)}</time> · <OrderNumber code={entry.code} />
          {who && ` · ${who}`}
        </p>
        {entry.waived.length > 0 && (
          <p className="log-why small">
            {t('verify.log.waived', {
              kinds: entry.waived.map((kind) => t(`evidence.kind.${kind}`)).join(t('work.finish.and')),
            })}
          </p>
        )}
        {entry.words && (
          <p className="log-why quiet small" lang={wordsLang(locale)}>
            {entry.words}
          </p>
        )}
      </div>
    </li>
  );
}
