import type { Context } from '@/lib/kernel/context';
import { type Step, stepOf } from './queries/step-of';
import { votersOnWeb } from './queries/votes-waiting';
import { publicStatuses, type Status } from './status';

interface CaseMessage {
  caseId: string;
  seq: number;
}

/** A case that its community has not even proposed is a draft, and nobody outside is told of it. */
const isPublic = (status: string | null): boolean => (publicStatuses as readonly (string | null)[]).includes(status);

/** Each stage that a vote opens is a step that people have words for. */
const opened: Partial<Record<Status, string>> = {
  consult: 'deliberation.proposed',
  review: 'deliberation.consulted',
  resolve: 'deliberation.reviewed',
  publish_resolution: 'deliberation.resolved',
};

/** What whoever sent one of the source orders is told of, under the name of the event; papers and rolls are no step. */
const told: readonly Step['type'][] = [
  'deliberation.source_added',
  'deliberation.published',
  'deliberation.corrected',
  'deliberation.filed',
  'deliberation.prices_set',
  'deliberation.begun',
  'deliberation.handed_on',
  'deliberation.result_published',
  'deliberation.result_corrected',
  'deliberation.rejected',
  'deliberation.withdrawn',
];

/** Under which words a step is told; null when it is no news outside. */
function kindOf({ type, from, to }: Step): string | null {
  if (type === 'deliberation.vote_closed') {
    if (from !== to) return opened[to as Status] ?? null;
    return isPublic(to) ? 'deliberation.vote_failed' : null;
  }
  // What was public may end by being withdrawn; a draft that is withdrawn was never told of.
  return isPublic(type === 'deliberation.withdrawn' ? from : to) && told.includes(type) ? type : null;
}

/**
 * Tells whoever sent a source order of a step, whoever has to answer an objection, and whoever may vote on the web that the
 * vote is open; a repeat tells nobody twice.
 */
export async function tellOfDeliberation(
  ctx: Context,
  message: CaseMessage,
  tell: {
    sources: (step: Step & { kind: string }) => Promise<void>;
    keepers: (step: Step & { kind: string }) => Promise<void>;
    voters: (step: Step & { kind: string; personIds: string[] }) => Promise<void>;
  },
): Promise<void> {
  const step = await stepOf(ctx, message);
  if (!step) return;
  if (step.type === 'deliberation.objected') return tell.keepers({ ...step, kind: step.type });
  if (step.type === 'deliberation.vote_opened') {
    const personIds = step.meeting === null ? [] : await votersOnWeb(ctx, step.meeting);
    return tell.voters({ ...step, kind: step.type, personIds });
  }
  const kind = kindOf(step);
  if (kind !== null) await tell.sources({ ...step, kind });
}

/** A document that stands beside a case is never swept. */
export async function keepDocument(
  ctx: Context,
  message: CaseMessage,
  keep: (id: string) => Promise<void>,
): Promise<void> {
  const step = await stepOf(ctx, message);
  if (step?.document) await keep(step.document);
}
