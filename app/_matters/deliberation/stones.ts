import type { DeliberationDetail, MeetingView } from '@/lib/deliberation/queries/get-deliberation';
import { type Stage, type VotingStage, votingStages } from '@/lib/deliberation/status';

export type StoneKey = VotingStage | 'publish_resolution' | 'filing' | 'publish_result';

export interface Stone {
  key: StoneKey;
  /** What is cut into the stone: 一二三四, 公 for both publications; the filing is a lock between them. */
  glyph: string;
  /** `stopped`: the case ended here without a decision. */
  state: 'past' | 'now' | 'next' | 'stopped';
  /** Meetings of this stage, the first first; annulled ones too. */
  meetings: MeetingView[];
}

const order = [...votingStages, 'publish_resolution', 'publish_result'] as const;
const glyphs = {
  propose: '一',
  consult: '二',
  review: '三',
  resolve: '四',
  publish_resolution: '公',
  publish_result: '公',
};

export const isVotingStage = (status: string): status is VotingStage => votingStages.some((stage) => stage === status);

/** Where a case stands among its stages; a case that ended early stands where its last meeting left it. */
function positionOf({ status, meetings }: Pick<DeliberationDetail, 'status' | 'meetings'>): number {
  if (status === 'completed') return order.length;
  const at = order.indexOf(status as Stage);
  if (at >= 0) return at;
  const last = meetings.at(-1);
  if (!last) return 0;
  return order.indexOf(last.stage) + (last.state === 'passed' ? 1 : 0);
}

/** The rail of 四议两公开: the stones in their order, the filing between the two publications where it is needed. */
export function stonesOf(detail: Pick<DeliberationDetail, 'status' | 'meetings' | 'needsFiling' | 'filing'>): Stone[] {
  const at = positionOf(detail);
  const hasEnded = detail.status === 'rejected' || detail.status === 'withdrawn';
  const stateOf = (index: number): Stone['state'] => {
    if (index < at) return 'past';
    if (index > at) return 'next';
    return hasEnded ? 'stopped' : 'now';
  };
  return order.flatMap((key, index): Stone[] => {
    const stone = {
      key,
      glyph: glyphs[key],
      state: stateOf(index),
      meetings: detail.meetings.filter((one) => one.stage === key),
    };
    if (key !== 'publish_result' || !detail.needsFiling) return [stone];
    const state = detail.filing ? 'past' : at === order.indexOf('publish_resolution') ? 'now' : 'next';
    return [{ key: 'filing', glyph: '备', state, meetings: [] }, stone];
  });
}
