import { eq } from 'drizzle-orm';
import type { z } from 'zod';
import { writeAudit } from '@/lib/audit/store';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { parse } from '@/lib/kernel/parse';
import { contactOwner, findOrder, loadStandingFacts } from '../facts';
import { revealContactInput } from '../input';
import { standingOf } from '../policy';
import { orderContact } from '../tables';
import { contactView } from '../view';

/** Shows one masked field to whoever may ask for it; who, when and why is written down (个人信息保护法 51, 54). */
export async function revealContact(ctx: Context, raw: z.input<typeof revealContactInput>): Promise<{ value: string }> {
  const input = parse(revealContactInput, raw);
  return ctx.transaction(async (tx) => {
    const order = await findOrder(tx, input.code);
    if (!order) throw new DomainError('not_found', 'order.not_found');
    const standing = standingOf(ctx.actor, order, await loadStandingFacts(tx, ctx.actor, order, ctx.now()));
    if (!standing.sees) throw new DomainError('not_found', 'order.not_found');
    const [contact] = await tx
      .select()
      .from(orderContact)
      .where(eq(orderContact.orderId, contactOwner(order)));
    const value = contact?.[input.field];
    if (!contact || !value || !contactView(order, contact, standing).revealable.includes(input.field)) {
      throw new DomainError('forbidden', 'order.not_revealable');
    }
    await writeAudit(tx, ctx, {
      action: 'contact.revealed',
      subjectKind: 'order',
      subjectId: order.id,
      data: { field: input.field, reason: input.reason },
    });
    return { value };
  });
}
