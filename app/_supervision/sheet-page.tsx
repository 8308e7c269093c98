import type { ReactElement, ReactNode } from 'react';
import type { SupervisionView } from '@/lib/orders/queries/supervisions-on';
import { formatWhen } from '../_order/when';
import type { Translate } from '../_shell/translate';

const blank = <span>&emsp;</span>;

/** 督办单 on one sheet of A4: a Chinese document, with the words above it, which are not printed, in the reader's language. */
export function SupervisionSheet(props: {
  notice: SupervisionView;
  community: string;
  ribbon: ReactElement | null;
  zh: Translate;
  desk: Translate;
}) {
  const { notice, community, ribbon, zh, desk } = props;
  const when = (text: string) => formatWhen(Date.parse(text), null, 'zh-CN');
  const lines: [string, ReactNode][] = [
    [zh('supervision.field.number'), `${notice.number}　${zh(`supervision.colour.${notice.colour}`)}`],
    [
      zh('supervision.field.order'),
      notice.order && `${notice.order.code}　${notice.order.item.zh}　${notice.order.place.zh}`,
    ],
    [zh('supervision.field.ground'), zh(`supervision.ground.${notice.ground}`)],
    [zh('supervision.field.words'), notice.words],
    [zh('supervision.field.owner'), notice.owner?.zh ?? zh('supervision.nobody')],
    [zh('supervision.field.issued_by'), notice.issuedBy?.zh ?? zh('supervision.field.clock')],
    [zh('supervision.field.issued_at'), when(notice.issuedAt)],
    [zh('supervision.field.reply_by'), when(notice.replyBy)],
  ];
  const reply = notice.replies.at(-1);
  const answer: [string, string | undefined][] = [
    [zh('supervision.replies.calls'), reply?.calls],
    [zh('supervision.replies.cause'), reply?.cause],
    [zh('supervision.replies.measure'), reply?.measure],
    [zh('supervision.replies.check'), reply?.checkOn],
  ];
  const table = (rows: [string, ReactNode][]) => (
    <table>
      <tbody>
        {rows.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value ?? blank}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
  return (
    <>
      <nav className="record-tools no-print" aria-label={desk('nav.label')}>
        <b>{desk('supervision.print.hint')}</b>
        <a href={`/desk/supervisions/${notice.code}`}>{desk('supervision.print.to_notice')}</a>
      </nav>
      <main id="main" className="record" lang="zh-CN">
        {ribbon}
        <h1>{zh('supervision.print.title', { community })}</h1>
        <p className="record-sub">{zh('supervision.print.sent', { when: when(notice.replyBy) })}</p>
        {table(lines)}
        <h2 className="record-sub">{zh('supervision.replies.title')}</h2>
        {table(answer)}
        <p className="record-sign">
          <span>{zh('supervision.print.signed')}</span>
          <span>{zh('supervision.print.date')}</span>
          <span>{zh('supervision.print.stamp')}</span>
        </p>
      </main>
    </>
  );
}
