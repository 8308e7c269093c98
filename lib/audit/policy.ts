import type { Actor } from '@/lib/kernel/context';

/** 三员分立 (2.8): the trail is read by the audit administrator alone, never by those whose changes it holds. */
export const mayReadAudit = (actor: Actor): boolean =>
  actor.kind === 'system' || (actor.kind === 'person' && actor.memberships.some((m) => m.role === 'audit_admin'));
