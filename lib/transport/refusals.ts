import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { type DomainError, type ErrorCode, isDomainError } from '@/lib/kernel/errors';
import { logUnexpected } from './log';

/** That somebody stands inside a mediation is itself a secret (人民调解法 15), also from those who read the audit. */
const untold: readonly string[] = ['mediation.not_for_you', 'mediation.barred', 'mediation.own_word_only'];

const orderNumber = /^[A-Z]{2}\d{8}-\d{4,8}$/;
const caseNumber = /^[A-Z]{2,12}-([A-Z]{2})-\d{4}-\d{3,6}$/;
const ofMediation = /^(page|GET|POST) \/mediation(s?)\b/;
/** Rows and forms that write to a case around the loop, also before it has a number, and what is attached to one. */
const writesCase = /^POST \/(deliberations|projects|answers|rounds|documents|uploads)\b/;

/** What keeps a write from happening beside a missing right. */
const kept: readonly ErrorCode[] = ['rule', 'conflict', 'invalid', 'too_large', 'wrong_type', 'unreadable'];
const mostFields = 5;

interface Note {
  action: 'access.refused' | 'case.refused';
  data: Record<string, unknown>;
}

/** The row that a refusal leaves, if any: reasons, numbers and names of fields, and nothing that was typed into them. */
function noteOf({ code, reason, details }: DomainError, what: string, number: string): Note | null {
  const order = orderNumber.test(number) && { order: number };
  const kind = caseNumber.exec(number)?.[1];
  const secret = kind === 'TJ' || ofMediation.test(what);
  const about = kind && { case: number };
  if (secret) {
    // Written of a number behind which there is nothing as well, so that the row does not say that there is a case.
    if (reason === 'mediation.not_found') return { action: 'access.refused', data: { reason, ...about } };
    if (code !== 'forbidden' || untold.includes(reason)) return null;
    return { action: 'access.refused', data: { reason } };
  }
  if (code === 'forbidden') {
    return untold.includes(reason) ? null : { action: 'access.refused', data: { reason, ...order, ...about } };
  }
  if (!kept.includes(code) || what.startsWith('GET ') || !(kind || writesCase.test(what))) return null;
  const fields = [...new Set((details.issues ?? []).map(({ path }) => path))].slice(0, mostFields);
  return { action: 'case.refused', data: { reason, ...about, ...(fields.length > 0 && { fields }) } };
}

/**
 * Whoever is signed in and reaches for what is not theirs leaves an audit row (7.2: a direct call by address), and so
 * does who tries with a case around the loop what a rule does not allow. Nobody signed in has no rights to reach beyond,
 * and is not written down. `code`: number of the order or case that was reached for, as it was sent; the row names it
 * where it has the shape of one.
 */
export async function noteRefusal(ctx: Context, error: unknown, what: string, code?: unknown): Promise<void> {
  if (ctx.actor.kind !== 'person' || !isDomainError(error)) return;
  const note = noteOf(error, what, typeof code === 'string' ? code.trim().toUpperCase() : '');
  if (!note) return;
  try {
    await ctx.transaction((tx) => writeAudit(tx, ctx, { ...note, subjectKind: 'verb', subjectId: what }));
  } catch (failure) {
    // The refusal stands whether or not it could be noted.
    logUnexpected(failure, ctx.requestId);
  }
}
