import {
  type DeliberationDetail,
  getDeliberation,
  type MeetingView,
  type TextView,
} from '@/lib/deliberation/queries/get-deliberation';
import type { RollView } from '@/lib/deliberation/queries/get-roll';
import { type Stage, type VotingStage, votingStages } from '@/lib/deliberation/status';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { getArea } from '@/lib/places/queries/get-area';
import { rollFor } from './load-case-page';

/** The six sheets of a paper record, one a stage. */
export const sheetStages = [
  ...votingStages,
  'publish_resolution',
  'publish_result',
] as const satisfies readonly Stage[];

export interface SheetData {
  n: number;
  stage: (typeof sheetStages)[number];
  community: string;
  detail: DeliberationDetail;
  /** The meeting that is asked for, else the last that was not annulled. Null for a publication, and before one was called. */
  meeting: MeetingView | null;
  /** All of the stage that were not annulled: each has a sheet of its own. */
  held: MeetingView[];
  /** What it votes on, or voted on: the version of the plan that stood then. */
  plan: TextView | null;
  /** Names to sign beside; null for who does not keep the papers. */
  roll: RollView | null;
}

const isVoting = (stage: Stage): stage is VotingStage => votingStages.some((one) => one === stage);

/** The committee proposes a matter, mostly before there is a text; what was written later it did not vote on. */
const votedOnNone = (meeting: MeetingView | null): boolean =>
  meeting?.stage === 'propose' && meeting.planVersion === null && ['passed', 'failed'].includes(meeting.state);

/** One sheet, filled in as far as the case has come; what is not known yet stays a line to write on. @throws not_found */
export async function loadSheet(ctx: Context, code: string, n: string, asked?: string): Promise<SheetData> {
  const stage = /^[1-6]$/.test(n) ? sheetStages[Number(n) - 1] : undefined;
  if (!stage) throw new DomainError('not_found', 'deliberation.not_found');
  const detail = await getDeliberation(ctx, { code });
  const { nameZh } = await getArea(ctx, { code: detail.communityCode });
  const held = isVoting(stage) ? detail.meetings.filter((one) => one.stage === stage && one.state !== 'annulled') : [];
  const meeting = asked === undefined ? (held.at(-1) ?? null) : (held.find(({ id }) => id === asked) ?? null);
  if (asked !== undefined && !meeting) throw new DomainError('not_found', 'deliberation.no_such_meeting');
  const { roll } = meeting ? await rollFor(ctx, { code, meeting: meeting.id }) : { roll: null };
  // A meeting that has not voted yet will vote on the latest; of one from before versions were kept nobody knows better.
  const plan =
    detail.plans.find(({ version }) => version === meeting?.planVersion) ?? (votedOnNone(meeting) ? null : detail.plan);
  return { n: Number(n), stage, community: nameZh, detail, meeting, held, plan, roll };
}
