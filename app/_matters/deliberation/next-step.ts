import type { DeliberationDetail } from '@/lib/deliberation/queries/get-deliberation';
import type { RollView } from '@/lib/deliberation/queries/get-roll';
import { packOf, ruleOf } from '@/lib/deliberation/rule-packs';
import { type VotingStage, votingStages } from '@/lib/deliberation/status';
import type { StepName } from './step-fields';

const isVotingStage = (status: string): status is VotingStage => votingStages.some((stage) => stage === status);
const openStates = ['convened', 'frozen', 'voting'];

/** The meeting that is not over; at most one. */
export const openMeetingOf = ({ meetings }: Pick<DeliberationDetail, 'meetings'>) =>
  meetings.find((one) => openStates.includes(one.state));

export const countedInRoom = (roll: Pick<RollView, 'counts'> | null): number =>
  (roll?.counts ?? []).reduce((sum, one) => sum + one.yes + one.no + one.abstain, 0);

function stepOfMeeting(detail: DeliberationDetail, roll: RollView | null): StepName {
  const meeting = openMeetingOf(detail);
  if (meeting?.state === 'convened') return (roll?.eligible ?? 0) > 0 ? 'freeze_roll' : 'enter_roll';
  const inRoom = meeting?.present ?? 0;
  if (meeting?.state === 'voting') {
    // With votes on the web nobody need be in the room; then there is nothing to count by hand.
    if (meeting.withWeb && meeting.present === null) return 'attend';
    return countedInRoom(roll) === inRoom ? 'close_vote' : 'count';
  }
  if (meeting?.withWeb) return 'open_vote';
  const enough = meeting?.present !== null && inRoom >= (detail.needed?.present.needed ?? 0);
  return enough ? 'open_vote' : 'attend';
}

function stepOfStage(detail: DeliberationDetail, stage: VotingStage, roll: RollView | null): StepName {
  if (openMeetingOf(detail)) return stepOfMeeting(detail, roll);
  if (detail.basis.choice === null) return 'state_basis';
  if (stage === 'propose') return 'convene';
  if (detail.plan === null) return 'write_plan';
  const planDays = ruleOf(packOf(detail.pack.id), 'review', 'party_meeting')?.planDays;
  return stage === 'review' && planDays !== undefined && detail.planSentOn === null ? 'send_plan' : 'convene';
}

function stepOfPublication(detail: DeliberationDetail): StepName {
  if (detail.resolutions.length === 0) return 'publish';
  if (detail.objections.some((one) => one.answer === null)) return 'answer_objection';
  if (detail.needsFiling && !detail.filing) return 'file';
  if (detail.belowMarket && detail.prices.length === 0) return 'set_prices';
  return 'begin';
}

/** The one step that the case waits for; whether it is open to the reader, and why not, is another question. Null once it is over. */
export function nextStepOf(detail: DeliberationDetail, roll: RollView | null): StepName | null {
  if (isVotingStage(detail.status)) return stepOfStage(detail, detail.status, roll);
  if (detail.status === 'publish_resolution') return stepOfPublication(detail);
  return detail.status === 'publish_result' ? 'publish_result' : null;
}
