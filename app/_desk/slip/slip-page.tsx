import type { ReactElement } from 'react';
import type { Locale } from '@/components/preferences';
import { QrCode } from '@/components/qr-code';
import { formatWhen } from '../../_order/when';
import type { Translate } from '../../_shell/translate';
import { KeyHint, pressed } from '../key-hint';
import type { SlipSecret } from './slip-secret';

export interface SlipData {
  code: string;
  /** Only within ten minutes of making the order. */
  secret: SlipSecret | null;
  /** What opens the order's page by its number once the code is gone. */
  opensWith: 'phone' | 'pin' | 'nothing';
  /** Address of the look-up page, and with the code that of the order itself. */
  lookupUrl: string;
  trackUrl: string | null;
  community: { zh: string; en: string };
  item: { zh: string; en: string };
  place: { zh: string; en: string } | null;
  submittedAt: number;
  promise: { acceptBy: number; finishBy: number };
  worker: { zh: string; en: string; phone: string | null } | null;
  phones: { community: string | null; supervision: string | null; hotline: string | null };
  /** English beside the Chinese: the item asks for it (1303), or the desk works in English. */
  bilingual: boolean;
}

const grouped = (code: string) => `${code.slice(0, 5)} ${code.slice(5)}`;

/** One half of the slip in one language: what was promised, who is near, whom to call, how to rate. */
function Half({ data, locale, t }: { data: SlipData; locale: Locale; t: Translate }) {
  const name = (both: { zh: string; en: string }) => (locale === 'en' ? both.en : both.zh);
  const when = (at: number) => formatWhen(at, null, locale);
  const lines: [label: string, value: string | null][] = [
    [t('slip.item'), name(data.item)],
    [t('desk.field.place'), data.place && name(data.place)],
    [t('slip.accept'), t('slip.by', { when: when(data.promise.acceptBy) })],
    [t('slip.finish'), t('slip.by', { when: when(data.promise.finishBy) })],
    [t('desk.field.grid_worker'), data.worker && [name(data.worker), data.worker.phone].filter(Boolean).join(' ')],
    [t('slip.community_phone'), data.phones.community],
    [t('slip.supervision_phone'), data.phones.supervision],
    [t('slip.hotline'), data.phones.hotline],
  ];
  return (
    <div lang={locale}>
      <dl>
        {lines.map(([label, value]) =>
          value ? [<dt key={label}>{label}</dt>, <dd key={`${label}-value`}>{value}</dd>] : null,
        )}
      </dl>
      <div className="slip-box">
        <b>{t('slip.please_rate')}</b> {t('slip.how_to_rate')}
      </div>
      <p className="slip-small">{t('slip.emergency')}</p>
    </div>
  );
}

function Codes({ data, locale, t }: { data: SlipData; locale: Locale; t: Translate }) {
  const { secret } = data;
  return (
    <div className="slip-codes" lang={locale}>
      <p className="slip-label">{t('slip.number')}</p>
      <p className="slip-number">{data.code}</p>
      {secret ? (
        <>
          <p className="slip-label">{t('slip.query_code')}</p>
          <p className="slip-code" translate="no">
            {grouped(secret.queryCode)}
          </p>
          {secret.pin && (
            <>
              <p className="slip-label">{t('slip.pin')}</p>
              <p className="slip-code" translate="no">
                {secret.pin}
              </p>
            </>
          )}
          <p className="slip-small">{t(secret.pin ? 'slip.keep_both' : 'slip.keep')}</p>
        </>
      ) : (
        <p className="slip-box slip-small">{t(`slip.gone.${data.opensWith}`)}</p>
      )}
      <p className="slip-small">{t('slip.look_up', { url: data.lookupUrl })}</p>
    </div>
  );
}

/** The A5 slip (3.10): Chinese, with an English half where the item asks for it. `t` is by language. */
export function SlipPage(props: {
  data: SlipData;
  /** Where the words above the sheet lead: to the order, where this person has a page of it, and to the next one. */
  ways: { order: string | null; next: string };
  ribbon: ReactElement | null;
  zh: Translate;
  en: Translate;
  /** The desk's own words above the sheet, which are not printed. */
  desk: Translate;
}) {
  const { data, ways, ribbon, zh, en, desk } = props;
  return (
    <>
      <nav className="slip-tools no-print" aria-label={desk('nav.label')}>
        <b>{desk(ways.order ? 'slip.print' : 'slip.hand_over')}</b>
        {ways.order && <a href={ways.order}>{desk('slip.to_order')}</a>}
        <a href={ways.next} {...pressed('n')}>
          {desk('slip.next')} <KeyHint keys="Alt N" />
        </a>
        <span className="slip-told">{desk(data.secret ? 'slip.stays' : `slip.lost.${data.opensWith}`)}</span>
      </nav>
      <main id="main" className={data.bilingual ? 'slip slip-two' : 'slip'}>
        {ribbon && <div lang="zh-CN">{ribbon}</div>}
        <h1 lang="zh-CN">{zh('slip.title', { community: data.community.zh })}</h1>
        <p className="slip-sub slip-small" lang="zh-CN">
          {zh('slip.made', { when: formatWhen(data.submittedAt, null, 'zh-CN') })}
        </p>
        <div className="slip-top">
          <Codes data={data} locale="zh-CN" t={zh} />
          <QrCode className="slip-qr" text={data.trackUrl ?? data.lookupUrl} label={zh('slip.qr')} />
        </div>
        <Half data={data} locale="zh-CN" t={zh} />
        {data.bilingual && (
          <section className="slip-en" lang="en">
            <p>
              <b>{en('slip.title', { community: data.community.en })}</b>
            </p>
            <p className="slip-small">
              {data.secret ? en(data.secret.pin ? 'slip.keep_both' : 'slip.keep') : en(`slip.gone.${data.opensWith}`)}{' '}
              {en('slip.look_up', { url: data.lookupUrl })}
            </p>
            <Half data={data} locale="en" t={en} />
          </section>
        )}
      </main>
    </>
  );
}
