import { eq } from 'drizzle-orm';
import type { Reader, Tx } from '@/lib/kernel/context';
import { namesBehind } from '@/lib/orders/queries/names-behind';
import { deliberationMeeting, deliberationObjection, deliberationRoll, deliberationSource } from './tables';
import type { Action } from './workflow';

const text = ['points', 'pointsEn', 'words'];

/** What everybody may read of each step, now or once the case is public. */
export const openFields: Partial<Record<Action, readonly string[]>> = {
  revise: ['title', 'titleEn'],
  state_basis: ['words', 'owners'],
  write_plan: text,
  convene: ['place'],
  annul_meeting: ['reason', 'witness'],
  reject: ['reason'],
  withdraw: ['reason'],
  publish: [...text, 'reason'],
  correct: [...text, 'reason'],
  answer_objection: ['publicWords', 'answer'],
  file: ['unit'],
  set_prices: ['prices'],
  publish_result: [...text, 'figures'],
  correct_result: [...text, 'reason', 'figures'],
};

/** What somebody left to be asked back by: the whole of it, and each number or name in it. */
const partsOf = (contact: string): string[] => [
  contact,
  ...(contact.normalize('NFKC').match(/[\d-]{7,}|(?<!\p{L})\p{Script=Han}{2,4}(?!\p{L})/gu) ?? []),
];

/** Whom none of these words may name: everybody on a roll of the case, who asked for it, who left a contact. */
export async function namesInCase(db: Pick<Reader | Tx, 'select'>, deliberationId: string): Promise<string[]> {
  const roll = await db
    .select({ name: deliberationRoll.name })
    .from(deliberationRoll)
    .innerJoin(deliberationMeeting, eq(deliberationMeeting.id, deliberationRoll.meetingId))
    .where(eq(deliberationMeeting.deliberationId, deliberationId));
  const objections = await db
    .select({ contact: deliberationObjection.contact })
    .from(deliberationObjection)
    .where(eq(deliberationObjection.deliberationId, deliberationId));
  const sources = await db
    .select({ id: deliberationSource.orderId })
    .from(deliberationSource)
    .where(eq(deliberationSource.deliberationId, deliberationId));
  const asked = await namesBehind(
    db,
    sources.map(({ id }) => id),
  );
  const names = roll.map(({ name }) => name.replace(/[（(].*$/, ''));
  return [...new Set([...names, ...asked, ...objections.flatMap(({ contact }) => (contact ? partsOf(contact) : []))])];
}
