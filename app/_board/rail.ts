import type { DeliberationDetail, MeetingView } from '@/lib/deliberation/queries/get-deliberation';
import { type Stage, stages, type VotingStage, votingStages } from '@/lib/deliberation/status';

/** How a step stands: behind us, now, still to come, shut until another one is done, or where the case ended. */
export type StoneState = 'done' | 'now' | 'next' | 'locked' | 'stopped';

export interface Stone {
  key: Stage | 'filing';
  /** What is cut into the stone; filing has a lock instead. */
  mark: string;
  state: StoneState;
  /** The meeting that decided, or the one that is called; null before any. */
  meeting: MeetingView | null;
  /** Meetings that were held or called before it in the same step. */
  earlier: MeetingView[];
}

const marks: Record<Stage, string> = {
  propose: '一',
  consult: '二',
  review: '三',
  resolve: '四',
  publish_resolution: '公',
  publish_result: '公',
};

const isVoting = (stage: Stage): stage is VotingStage => (votingStages as readonly Stage[]).includes(stage);

type Case = Pick<DeliberationDetail, 'status' | 'meetings' | 'needsFiling' | 'filing' | 'resolutions'>;

/** The step in which a case is, or ended: of one that was rejected, the first without a vote that passed. */
function reached({ status, meetings }: Case): number {
  const at = stages.indexOf(status as Stage);
  if (at >= 0) return at;
  if (status === 'completed') return stages.length;
  const open = votingStages.findIndex(
    (stage) => !meetings.some((one) => one.stage === stage && one.state === 'passed'),
  );
  return open < 0 ? votingStages.length : open;
}

/** The rail of a case: six stones, and between the two publications the filing, where one is asked for. */
export function railOf(shown: Case): Stone[] {
  const at = reached(shown);
  const isOver = shown.status === 'rejected' || shown.status === 'withdrawn';
  const stones = stages.map((stage, i): Stone => {
    const own = isVoting(stage) ? shown.meetings.filter((one) => one.stage === stage) : [];
    const here = isOver ? 'stopped' : 'now';
    return {
      key: stage,
      mark: marks[stage],
      state: i < at ? 'done' : i === at ? here : 'next',
      meeting: own.at(-1) ?? null,
      earlier: own.slice(0, -1),
    };
  });
  if (!shown.needsFiling) return stones;
  const isOpen = shown.status === 'publish_resolution' && shown.resolutions.length > 0;
  const filing: Stone = {
    key: 'filing',
    mark: '',
    state: shown.filing ? 'done' : isOpen ? 'now' : 'locked',
    meeting: null,
    earlier: [],
  };
  return [...stones.slice(0, -1), filing, ...stones.slice(-1)];
}

/** The message key of a step's name; the last vote is named after the body and the legal form. */
export function stoneName(stone: Pick<Stone, 'key' | 'meeting'>, legalForm: DeliberationDetail['legalForm']): string {
  if (stone.key !== 'resolve') return `deliberation.stage.${stone.key}`;
  return `deliberation.resolve.${legalForm}.${stone.meeting?.body ?? 'representative_meeting'}`;
}
