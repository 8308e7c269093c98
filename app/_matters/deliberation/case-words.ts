import type { DeliberationDetail, MeetingView } from '@/lib/deliberation/queries/get-deliberation';
import { packOf, ruleOf } from '@/lib/deliberation/rule-packs';
import type { Body } from '@/lib/deliberation/status';
import { type Share, shareInPercent, strictest } from '@/lib/deliberation/thresholds';
import { shareKey } from '../../_board/deliberation-basis';
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

/** The share that a meeting has to reach: of several rules, the one that asks for most. */
function askedShare(packId: string, meeting: MeetingView, of: 'quorum' | 'majority'): Share | null {
  const rule = ruleOf(packOf(packId), meeting.stage, meeting.body);
  const heads = { eligible: meeting.eligible ?? 0, present: meeting.present ?? 0 };
  return rule ? strictest(rule[of], heads).by : null;
}

/** `97/147 = 65.98%，没有达到应到的三分之二以上（需 98 人），不能表决` and its opposite; null before anybody was counted. */
export function quorumWords(packId: string, meeting: MeetingView, needed: number, t: Translate): string | null {
  const { present, eligible } = meeting;
  const share = askedShare(packId, meeting, 'quorum');
  if (present === null || eligible === null || share === null) return null;
  const key = present >= needed ? 'matters.quorum.reached' : 'matters.quorum.missing';
  return t(key, { present, eligible, needed, percent: shareInPercent(present, eligible), share: t(shareKey(share)) });
}

/** Why a vote failed: the share that it did not reach, in votes, and which rule asks for it. */
export function failedWords(packId: string, meeting: MeetingView, t: Translate): string | null {
  const share = askedShare(packId, meeting, 'majority');
  if (meeting.state !== 'failed' || meeting.neededYes === null || share === null) return null;
  return t('matters.meeting.short', {
    share: t(shareKey(share)),
    needed: meeting.neededYes,
    rule: t(`deliberation.rule.${share.source}`),
  });
}
