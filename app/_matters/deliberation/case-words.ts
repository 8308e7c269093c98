import type { DeliberationDetail, MeetingView } from '@/lib/deliberation/queries/get-deliberation';
import type { Body } from '@/lib/deliberation/status';
import { shareInPercent } from '@/lib/deliberation/thresholds';
import type { Translate } from '../../_shell/translate';

type LegalForm = DeliberationDetail['legalForm'];

/** 党员大会, 村民代表会议 or 居民代表会议: names follow the legal form that the case keeps. */
export const bodyWords = (legalForm: LegalForm, body: Body, t: Translate): string =>
  t(`deliberation.body.${legalForm}.${body}`);

/** 应到 112，实到 82（73.21%）; null before anybody was counted. */
export function attendanceWords(meeting: MeetingView, t: Translate): string | null {
  const { eligible, present } = meeting;
  if (eligible === null) return null;
  if (present === null) return t('matters.meeting.eligible', { eligible });
  return t('matters.meeting.attended', { eligible, present, percent: shareInPercent(present, eligible) });
}

/** 赞成 79，反对 2，弃权 1；须赞成 57 票，通过; null before the vote is closed. */
export function resultWords(meeting: MeetingView, t: Translate): string | null {
  const { yes, no, abstain, neededYes, state } = meeting;
  if (yes === null || no === null || abstain === null || neededYes === null) return null;
  return t(state === 'passed' ? 'matters.meeting.passed' : 'matters.meeting.failed', {
    yes,
    no,
    abstain,
    needed: neededYes,
  });
}

/** `97/147 = 65.98%，未达需要的 98 人，不能表决` and its opposite. */
export function quorumWords(heads: { present: number; eligible: number; needed: number }, t: Translate): string {
  const key = heads.present >= heads.needed ? 'matters.quorum.reached' : 'matters.quorum.missing';
  return t(key, { ...heads, percent: shareInPercent(heads.present, heads.eligible) });
}
