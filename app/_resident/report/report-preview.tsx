import type { Locale } from '@/components/preferences';
import { PromiseBox } from '@/components/promise-box';
import type { LastAnswer } from '@/lib/orders/queries/last-answer';
import type { OrderPreview } from '@/lib/orders/queries/preview-order';
import type { NearbyView } from '@/lib/orders/queries/similar-nearby';
import { rowName } from '../../_shell/names';
import { SaidWords } from '../../_shell/said-words';
import type { Translate } from '../../_shell/translate';
import { exactWhen } from '../exact-when';
import type { EmergencyPhones } from '../phones';
import { DangerNotice } from './danger';
import { LastTime } from './last-time';
import { NearbyChoice } from './nearby';

interface Props {
  preview: OrderPreview;
  /** The item was chosen by hand, or by a tile; then no words have to speak for it. */
  isChosen: boolean;
  phones: EmergencyPhones;
  /** What neighbours reported that may be the same, and which of it was chosen. */
  nearby: readonly NearbyView[];
  join: string;
  /** What the reader was answered in the same matter, and what they say is new since. */
  last: LastAnswer | null;
  fresh: string;
  locale: Locale;
  t: Translate;
}

/** Before it is sent: whom to call first, what the words are taken for and why, and until when it is promised. */
export function ReportPreview(props: Props) {
  const { preview, isChosen, phones, nearby, join, last, fresh, locale, t } = props;
  const { item, emergencies, promise, suggestions } = preview;
  const because = suggestions.find((one) => one.item.code === item.code)?.because ?? [];
  const words = because.join(t('report.danger.and'));
  const name = rowName(locale, item);
  return (
    <>
      {emergencies.length > 0 && <DangerNotice phones={phones} emergencies={emergencies} t={t} />}
      <p>
        {isChosen ? (
          t('report.preview.chosen', { item: name })
        ) : words ? (
          <SaidWords sentence={t('report.preview.because', { item: name, words })} words={words} />
        ) : (
          t('report.preview.open', { item: name })
        )}
      </p>
      {promise && (
        <PromiseBox>
          {t('report.preview.promise', {
            accept: exactWhen(promise.acceptBy, locale),
            finish: exactWhen(promise.finishBy, locale),
          })}
        </PromiseBox>
      )}
      <LastTime {...{ last, fresh, locale, t }} />
      <NearbyChoice {...{ nearby, join, locale, t }} />
    </>
  );
}
