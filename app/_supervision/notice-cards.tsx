import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import type { Locale } from '@/components/preferences';
import type { SupervisionView } from '@/lib/orders/queries/supervisions-on';
import { formatWhen } from '../_order/when';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';

interface Props {
  notice: SupervisionView;
  now: number;
  locale: Locale;
  t: Translate;
}

/** What it is about, whose it is, by when. */
export function NoticeFacts(props: Props & { orderHref: string | null; community: string }) {
  const { notice, orderHref, community, now, locale, t } = props;
  const when = (text: string) => formatWhen(Date.parse(text), now, locale);
  const { order } = notice;
  const named = order && `${order.code} ${nameIn(locale, order.item)} · ${nameIn(locale, order.place)}`;
  return (
    <Card className="stack">
      <Facts
        facts={[
          {
            name: t('supervision.field.order'),
            value:
              named &&
              (orderHref ? (
                <a className="alone" href={orderHref}>
                  {named}
                </a>
              ) : (
                named
              )),
          },
          { name: t('supervision.field.community'), value: community },
          { name: t('supervision.field.ground'), value: t(`supervision.ground.${notice.ground}`) },
          {
            name: t('supervision.field.words'),
            value: notice.words && <span lang={wordsLang(locale)}>{notice.words}</span>,
          },
          {
            name: t('supervision.field.owner'),
            value: notice.owner
              ? `${nameIn(locale, notice.owner)}${notice.step ? `（${t(`supervision.step.${notice.step}`)}）` : ''}`
              : t('supervision.nobody'),
          },
          {
            name: t('supervision.field.issued_by'),
            value: notice.issuedBy ? nameIn(locale, notice.issuedBy) : t('supervision.field.clock'),
          },
          { name: t('supervision.field.issued_at'), value: when(notice.issuedAt) },
          { name: t('supervision.field.reply_by'), value: when(notice.replyBy) },
          { name: t('supervision.field.climbs'), value: t('supervision.climbs', { n: notice.climbs }) },
        ]}
      />
      {!order && <p>{t('supervision.unseen')}</p>}
    </Card>
  );
}

/** Who was told, on which step, when: the oldest first. */
export function ToldCard({ notice, now, locale, t }: Props) {
  return (
    <Card className="stack">
      <h2>{t('supervision.told.title')}</h2>
      {notice.told.length === 0 ? (
        <p>{t('supervision.nobody')}</p>
      ) : (
        <ul className="plain-list">
          {notice.told.map(({ name, step, at }) => (
            <li key={`${step}-${at}-${name.zh}`}>
              {t('supervision.told.line', {
                when: formatWhen(Date.parse(at), now, locale),
                name: nameIn(locale, name),
                step: t(`supervision.step.${step}`),
              })}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** The answers that came (M10): calls, cause, measure, the day to look again. */
export function RepliesCard({ notice, now, locale, t }: Props) {
  const said = (text: string) => <span lang={wordsLang(locale)}>{text}</span>;
  return (
    <Card className="stack">
      <h2>{t('supervision.replies.title')}</h2>
      {notice.replies.length === 0 && <p className="quiet">{t('supervision.replies.none')}</p>}
      {notice.replies.map((reply) => (
        <section key={reply.at} className="stack-tight">
          <p className="quiet small">
            {t('supervision.replies.by', {
              name: reply.by ? nameIn(locale, reply.by) : '',
              when: formatWhen(Date.parse(reply.at), now, locale),
            })}
          </p>
          <Facts
            facts={[
              { name: t('supervision.replies.calls'), value: said(reply.calls) },
              { name: t('supervision.replies.cause'), value: said(reply.cause) },
              { name: t('supervision.replies.measure'), value: said(reply.measure) },
              { name: t('supervision.replies.check'), value: reply.checkOn },
            ]}
          />
        </section>
      ))}
    </Card>
  );
}
