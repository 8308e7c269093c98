import { actOn, type CaseAct, type CaseRequest, type CaseRoom } from '@/lib/casework/act';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context, Tx } from '@/lib/kernel/context';
import { namesBehind } from '@/lib/orders/queries/names-behind';
import { type AnswerRow, findAnswer, standingParts, wordsOf } from './facts';
import { standingOf } from './policy';
import type { Relation } from './relation';
import type { answerWords } from './tables';
import { type AnswerSummary, summaryOf } from './view';
import { type Action, guard } from './workflow';

const said = ['words', 'wordsEn', 'reason'];
/** What everybody reads of each step. */
const openFields: Partial<Record<Action, readonly string[]>> = {
  restate: said,
  fulfil: said,
  take_back: said,
  reword: said,
};

/** The relations depend on the order as it stands at `now`. */
const roomAt = (now: () => number): CaseRoom<AnswerRow, null, Action, Relation, AnswerSummary> => {
  const standing: CaseRoom<AnswerRow, null, Action, Relation, AnswerSummary>['standing'] = async (tx, actor, row) =>
    standingOf(actor, row, await standingParts(tx, actor, row, now()));
  return {
    slice: 'answer',
    reasons: { notFound: 'answer.not_found', stale: 'answer.stale' },
    find: findAnswer,
    facts: async () => null,
    standing,
    decide: (action, row, facts, stands) => guard.decide(action, row.status, facts, stands),
    isQuiet: guard.isQuiet,
    open: { fields: openFields, names: (tx, row) => namesBehind(tx, [row.orderId]) },
    show: async (tx, row, actor) => summaryOf(row, await standing(tx, actor, row)),
  };
};

/** The one way in which a command changes an answer. */
export const act = <A extends Action>(
  ctx: Context,
  action: A,
  request: CaseRequest,
  step: (one: CaseAct<AnswerRow, null, A, Relation>) => Promise<AnswerRow>,
): Promise<AnswerSummary> =>
  actOn(ctx, roomAt(ctx.now), action, request, (one) => step(one as CaseAct<AnswerRow, null, A, Relation>));

/** The next version of what was said. */
export async function nextWords(
  tx: Tx,
  row: AnswerRow,
  wanted: { words: string; wordsEn?: string; reason?: string; dueOn?: string | null; photos?: string[] },
  by: Pick<Context, 'actor'> & { now: number },
): Promise<typeof answerWords.$inferInsert> {
  const last = (await wordsOf(tx, row.id)).at(-1);
  return {
    answerId: row.id,
    version: (last?.version ?? 0) + 1,
    words: wanted.words,
    wordsEn: wanted.wordsEn || null,
    reason: wanted.reason ?? '',
    dueOn: wanted.dueOn === undefined ? row.dueOn : wanted.dueOn,
    photos: wanted.photos ?? [],
    byId: actorKey(by.actor),
    at: by.now,
  };
}
