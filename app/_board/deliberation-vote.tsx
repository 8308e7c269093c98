import type { MeetingView } from '@/lib/deliberation/queries/get-deliberation';
import { formatDay, formatWhen, machineTime } from '../_order/when';
import { wordsLang } from '../_shell/names';
import { percentOf } from './amounts';
import type { DeliberationPart } from './deliberation-part';
import { Digest, DrawnBar, Figures, Fold } from './paper-parts';

interface Props extends DeliberationPart {
  meeting: MeetingView;
}

const isOver = ({ state }: MeetingView): boolean => state === 'passed' || state === 'failed';

/** When and where; a meeting that is still to come says so. */
function When({ meeting, reader: { t, locale } }: Props) {
  const date = formatDay(meeting.heldAt, null, locale);
  const key = meeting.state === 'convened' || meeting.state === 'frozen' ? 'called' : 'held';
  return (
    <p className="quiet">
      <time dateTime={machineTime(meeting.heldAt)}>{t(`board.meeting.${key}`, { date })}</time>
      {' · '}
      <span lang={wordsLang(locale)}>{meeting.place}</span>
    </p>
  );
}

/** Where those on the roll vote while a vote on the web is open; for everybody it is a line that says so. */
function OpenVote({ meeting, shown, medium, reader: { t, locale } }: Props) {
  if (!meeting.withWeb || meeting.state !== 'voting' || medium !== 'screen') return null;
  return (
    <p>
      <a className="alone" href={`/board/${shown.code}/vote`}>
        {t('board.vote.open')}
      </a>
      {meeting.votesUntil !== null && (
        <>
          {' '}
          <span>{t('board.vote.until', { until: formatWhen(meeting.votesUntil, null, locale) })}</span>
        </>
      )}
    </p>
  );
}

/** 应到, 实到 and the number that opened the vote, in a sentence. */
function Attendance({ meeting, reader: { t } }: Props) {
  const { eligible, present, neededPresent } = meeting;
  if (eligible === null) return null;
  if (present === null) return <p>{t('board.meeting.eligible', { eligible })}</p>;
  const percent = percentOf(present, eligible);
  return (
    <p>
      {t('board.meeting.present', { eligible, present, percent })}
      {neededPresent !== null && t('board.meeting.quorum', { needed: neededPresent })}
    </p>
  );
}

/** The votes: a sentence with what was needed, drawn over all who were entitled, and as a table. */
function Votes(props: Props) {
  const { meeting, medium, reader } = props;
  const { t } = reader;
  const { eligible, present, yes, no, abstain, neededYes } = meeting;
  if (!isOver(meeting) || yes === null || no === null || abstain === null) return null;
  const verdict = meeting.state === 'passed' ? 'passed' : 'failed';
  return (
    <>
      <p>
        {t('board.meeting.votes', { yes, no, abstain })}
        {neededYes !== null && t(`board.meeting.${verdict}`, { needed: neededYes })}
      </p>
      <DrawnBar
        of={eligible ?? present ?? 0}
        mark={neededYes}
        bars={[
          { key: 'yes', count: yes, look: 'yes' },
          { key: 'no', count: no, look: 'no' },
          { key: 'abstain', count: abstain, look: 'abstain' },
        ]}
      />
      <Figures
        caption={t('board.meeting.table')}
        figures={[
          { name: t('board.number.eligible'), value: eligible },
          { name: t('board.number.present'), value: present },
          { name: t('board.number.yes'), value: yes },
          { name: t('board.number.no'), value: no },
          { name: t('board.number.abstain'), value: abstain },
          ...(neededYes === null ? [] : [{ name: t('board.number.needed'), value: neededYes }]),
        ]}
      />
      {meeting.rollDigest && (
        <Fold medium={medium} title={t('board.digest.title')}>
          <p className="small">
            {t('board.digest.roll')} <Digest value={meeting.rollDigest} />
          </p>
          {meeting.ballotDigest && (
            <p className="small">
              {t('board.digest.ballots')} <Digest value={meeting.ballotDigest} />
            </p>
          )}
        </Fold>
      )}
    </>
  );
}

/** One meeting of a step in numbers. */
export function MeetingNumbers(props: Props) {
  const { meeting, reader } = props;
  const { t, locale } = reader;
  return (
    <>
      <When {...props} />
      <OpenVote {...props} />
      <Attendance {...props} />
      {meeting.state === 'voting' && <p>{t('board.meeting.voting')}</p>}
      <Votes {...props} />
      {meeting.annulled && (
        <p>
          {t('board.meeting.annulled')} <span lang={wordsLang(locale)}>{meeting.annulled}</span>
          {meeting.witness && (
            <>
              {' '}
              {t('board.meeting.witness')} <span lang={wordsLang(locale)}>{meeting.witness}</span>
            </>
          )}
        </p>
      )}
    </>
  );
}

/** Meetings of the same step that decided nothing: what happened stays to be read. */
export function EarlierMeetings({ earlier, ...part }: DeliberationPart & { earlier: MeetingView[] }) {
  if (earlier.length === 0) return null;
  return (
    <Fold medium={part.medium} title={part.reader.t('board.meeting.earlier', { count: earlier.length })}>
      {earlier.map((meeting) => (
        <div key={meeting.id} className="earlier">
          <MeetingNumbers {...part} meeting={meeting} />
        </div>
      ))}
    </Fold>
  );
}
