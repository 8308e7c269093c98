import type { ReactElement, ReactNode } from 'react';
import { motives } from '@/lib/deliberation/input';
import type { TextView } from '@/lib/deliberation/queries/get-deliberation';
import { shareInPercent } from '@/lib/deliberation/thresholds';
import { stoneName } from '../../_board/rail';
import { formatWhen } from '../../_order/when';
import type { Translate } from '../../_shell/translate';
import { bodyWords, resultWords } from './case-words';
import { type SheetData, sheetStages } from './load-sheet';
import { yuanText } from './typed-rows';

type Line = [name: string, value: ReactNode];

/** Room to write in by hand where nothing is known yet. */
const blank = <span>&emsp;</span>;
const room = <div className="record-wide" />;

const wide = (words: string | null | undefined) => (words ? <div className="record-wide">{words}</div> : room);

function Lines({ lines }: { lines: Line[] }) {
  return (
    <table>
      <tbody>
        {lines.map(([name, value]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{value ?? blank}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** 应到 实到 比例 赞成 反对 弃权 beside each other, as they are signed. */
function Numbers({ data: { meeting }, t }: { data: SheetData; t: Translate }) {
  const { eligible = null, present = null, yes = null, no = null, abstain = null } = meeting ?? {};
  const percent = eligible !== null && present !== null ? `${shareInPercent(present, eligible)}%` : null;
  const cells: [string, ReactNode][] = [
    [t('matters.sheet.eligible'), eligible],
    [t('matters.sheet.present'), present],
    [t('matters.sheet.share'), percent],
    [t('matters.choice.yes'), yes],
    [t('matters.choice.no'), no],
    [t('matters.choice.abstain'), abstain],
  ];
  return (
    <table className="record-num">
      <thead>
        <tr>
          {cells.map(([name]) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        <tr>
          {cells.map(([name, value]) => (
            <td key={name}>{value ?? blank}</td>
          ))}
        </tr>
      </tbody>
    </table>
  );
}

const pointsOf = (text: TextView | null | undefined): ReactNode =>
  text ? (
    <>
      <ol>
        {text.points.zh.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ol>
      {text.words && <p className="record-wide">{text.words}</p>}
    </>
  ) : (
    room
  );

function meetingLines({ detail, meeting, plan }: SheetData, t: Translate): Line[] {
  const passed = meeting && resultWords(meeting, t);
  return [
    [t('matters.sheet.time'), meeting && formatWhen(meeting.heldAt, null, 'zh-CN')],
    [t('matters.sheet.place'), meeting?.place],
    [t('matters.sheet.body'), meeting && bodyWords(detail.legalForm, meeting.body, t)],
    [t('matters.sheet.content'), pointsOf(plan)],
    [t('matters.sheet.outcome'), passed],
    [t('matters.close.minutes'), wide(meeting?.minutes)],
  ];
}

function noticeLines({ detail }: SheetData, t: Translate): Line[] {
  const first = detail.resolutions[0];
  const answered = detail.objections.filter((one) => one.answer !== null).length;
  return [
    [t('matters.sheet.time'), first && formatWhen(first.at, null, 'zh-CN')],
    [t('matters.sheet.until'), detail.notice?.until],
    [t('matters.sheet.content'), pointsOf(detail.resolutions.at(-1))],
    [
      t('matters.sheet.comments'),
      first && t('matters.sheet.comment_count', { count: detail.objections.length, answered }),
    ],
    ...(detail.needsFiling
      ? ([[t('deliberation.stage.filing'), detail.filing && t('matters.filing.done', { ...detail.filing })]] as Line[])
      : []),
  ];
}

function resultLines({ detail }: SheetData, t: Translate): Line[] {
  const last = detail.results.at(-1);
  const figure = (one: NonNullable<typeof last>['figures'][number]): Line => [
    `${t(`matters.figure.${one.kind}`)} ${one.label}`,
    one.kind === 'count' ? `${one.amount} ${one.unit}` : t('matters.yuan', { amount: yuanText(one.amount) }),
  ];
  return [
    [t('matters.sheet.time'), last && formatWhen(last.at, null, 'zh-CN')],
    [t('matters.sheet.content'), pointsOf(last)],
    ...(last?.figures.map(figure) ?? []),
    [t('matters.balance'), last?.balance == null ? null : t('matters.yuan', { amount: yuanText(last.balance) })],
  ];
}

function Roll({ data: { roll }, t }: { data: SheetData; t: Translate }) {
  if (!roll || roll.seats.length === 0) return null;
  return (
    <section className="record-roll">
      <h2>{t('matters.sheet.roll', { eligible: roll.eligible, probationary: roll.probationary })}</h2>
      <ol className="record-names">
        {roll.seats.map((one) => (
          <li key={one.ordinal}>
            <b>{one.ordinal}</b> {one.name} {one.seat === 'probationary' && <i>{t('matters.sheet.probationary')}</i>}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** One sheet of the paper record, in Chinese whatever the desk works in; the tools above it are the desk's and not printed. */
export function SheetPage(props: { data: SheetData; ribbon: ReactElement | null; zh: Translate; desk: Translate }) {
  const { data, ribbon, zh, desk } = props;
  const { detail, stage, n } = data;
  const isMeeting = n <= 4;
  const lines = isMeeting
    ? meetingLines(data, zh)
    : stage === 'publish_result'
      ? resultLines(data, zh)
      : noticeLines(data, zh);
  const name = zh(stoneName({ key: stage, meeting: data.meeting }, detail.legalForm));
  const path = `/desk/deliberations/${detail.code}`;
  return (
    <>
      <nav className="record-tools no-print" aria-label={desk('nav.label')}>
        <a href={path}>{desk('matters.sheet.back')}</a>
        {sheetStages.map((key, i) => (
          <a
            key={key}
            href={`${path}/sheets/${i + 1}`}
            aria-current={i + 1 === n ? 'page' : undefined}
            aria-label={desk('matters.sheet.print', { n: i + 1 })}
          >
            {i + 1}
          </a>
        ))}
        {data.held.length > 1 &&
          data.held.map((one) => (
            <a
              key={one.id}
              href={`${path}/sheets/${n}?meeting=${one.id}`}
              aria-current={one.id === data.meeting?.id ? 'page' : undefined}
            >
              {desk('matters.sheet.of_meeting', { ordinal: one.ordinal })}
            </a>
          ))}
        <b>{desk('matters.sheet.how')}</b>
      </nav>
      <main id="main" className="record" lang="zh-CN">
        {ribbon}
        <h1>{zh('matters.sheet.title', { community: data.community })}</h1>
        <p className="record-sub">{zh('matters.sheet.sub', { n, name, code: detail.code })}</p>
        <Lines
          lines={[
            [zh('matters.sheet.matter'), detail.title.zh],
            [
              zh('matters.open.motive'),
              motives
                .map((motive) => `${motive === detail.motive ? '☑' : '☐'} ${zh(`deliberation.motive.${motive}`)}`)
                .join('　'),
            ],
          ]}
        />
        {isMeeting && <Numbers data={data} t={zh} />}
        <Lines lines={lines} />
        <div className="record-sign">
          {(['chair', 'clerk', 'witness'] as const).map((who) => (
            <span key={who}>{zh(`matters.sheet.sign.${isMeeting ? who : `public_${who}`}`)}</span>
          ))}
        </div>
        <p className="record-small">
          {zh('matters.foot.pack', {
            form: zh(`deliberation.legalForm.${detail.legalForm}`),
            pack: zh(`deliberation.pack.${detail.pack.id}`),
          })}{' '}
          {zh('matters.foot.checked', { day: detail.pack.checkedOn })}
          {data.meeting?.rollDigest &&
            ` · ${zh('matters.sheet.digest', { digest: data.meeting.rollDigest.slice(0, 16) })}`}
        </p>
        <Roll data={data} t={zh} />
      </main>
    </>
  );
}
