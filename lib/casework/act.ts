import type { Actor, Context, Tx } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { once } from '@/lib/replay/store';
import { refuseNamed } from './public-words';
import type { CaseHead } from './store';
import type { CaseDecision, CasePermit, CaseRefusal, CaseStanding } from './workflow';

/** What every action of a case carries; `version` may be absent only for quiet actions and the clock's own. */
export interface CaseRequest {
  code: string;
  version?: number;
  clientId?: string;
}

/** What a command's step gets: the case under its lock, the moment, and the permit that it was granted. */
export interface CaseAct<Row, Facts, A extends string, R extends string> {
  tx: Tx;
  row: Row;
  facts: Facts;
  now: number;
  permit: CasePermit<A, R>;
}

/** How one slice finds, judges, moves and shows its cases. */
export interface CaseRoom<Row extends CaseHead, Facts, A extends string, R extends string, Shown> {
  slice: string;
  reasons: { notFound: string; stale: string };
  find(tx: Tx, code: string): Promise<Row | undefined>;
  facts(tx: Tx, row: Row, now: number): Promise<Facts>;
  standing(tx: Tx, actor: Actor, row: Row): Promise<CaseStanding<R>>;
  decide(action: A, row: Row, facts: Facts, standing: CaseStanding<R>): CaseDecision<A, R>;
  isQuiet(action: A): boolean;
  /** Which fields of an action everybody may read, and whom none of them may name. */
  open?: { fields: Partial<Record<A, readonly string[]>>; names(tx: Tx, row: Row): Promise<string[]> };
  /** The answer, of the row as the step leaves it. JSON, and no secret: it is kept for whoever sends the same again. */
  show(tx: Tx, row: Row, actor: Actor, now: number): Promise<Shown>;
}

/** A refusal as the error of its kind. */
export function caseRefusalError(notFound: string, refusal: CaseRefusal, version: number): DomainError {
  if (refusal.kind === 'unseen') return new DomainError('not_found', notFound);
  if (refusal.kind === 'forbidden') return new DomainError('forbidden', refusal.reason);
  if (refusal.kind === 'rule') return new DomainError('rule', refusal.reason, { params: refusal.params });
  return new DomainError('conflict', refusal.reason, { version });
}

/**
 * The one way in which a command changes a case: load, standing, decide, step (which writes what belongs to the action
 * and moves the head), all in one transaction; the same `clientId` again gives the first answer. What the action puts before
 * everybody names nobody.
 *
 * @throws not_found what the actor may not see · forbidden no such right · conflict the state or version moved ·
 *   rule a rule says no · invalid the key was used for another input, or a text for everybody names somebody
 */
export async function actOn<Row extends CaseHead, Facts, A extends string, R extends string, Shown>(
  ctx: Context,
  room: CaseRoom<Row, Facts, A, R, Shown>,
  action: A,
  request: CaseRequest,
  step: (act: CaseAct<Row, Facts, A, R>) => Promise<Row>,
): Promise<Shown> {
  // The version says what was seen, not what is wanted: who sends the same again may have seen more since.
  const { version, ...wanted } = request;
  return ctx.transaction((tx) =>
    once(tx, ctx, { name: `${room.slice}.${action}`, key: request.clientId, input: wanted }, async () => {
      const now = ctx.now();
      const row = await room.find(tx, request.code);
      if (!row) throw new DomainError('not_found', room.reasons.notFound);
      const [facts, standing] = [await room.facts(tx, row, now), await room.standing(tx, ctx.actor, row)];
      const decision = room.decide(action, row, facts, standing);
      if (!decision.ok) throw caseRefusalError(room.reasons.notFound, decision.refusal, row.version);
      if (!room.isQuiet(action) && version !== undefined && version !== row.version) {
        throw new DomainError('conflict', room.reasons.stale, { version: row.version });
      }
      const open = room.open?.fields[action];
      if (room.open && open) {
        const texts = Object.entries(request).filter(([field]) => open.includes(field));
        refuseNamed(Object.fromEntries(texts), await room.open.names(tx, row));
      }
      const left = await step({ tx, row, facts, now, permit: decision.permit });
      return room.show(tx, left, ctx.actor, now);
    }),
  );
}
