import type { z } from 'zod';
import { refuseNamed } from '@/lib/casework/public-words';
import { actorKey } from '@/lib/kernel/actor-key';
import type { Context } from '@/lib/kernel/context';
import { DomainError } from '@/lib/kernel/errors';
import { newId } from '@/lib/kernel/ids';
import { parse } from '@/lib/kernel/parse';
import { usableDocument } from '@/lib/uploads/queries/usable-document';
import { act } from '../act';
import { hasMeeting } from '../facts';
import { attachInput } from '../input';
import { namesInCase } from '../open-words';
import { addFile, move } from '../store';
import type { DeliberationSummary } from '../view';

/**
 * Minutes, a signed sheet, accounts: a document that this person handed in joins the case, and is public only if they
 * say so. @throws not_found a document that is not theirs, was used, or is none · rule a meeting of another case
 */
export async function attachDocument(ctx: Context, raw: z.input<typeof attachInput>): Promise<DeliberationSummary> {
  const input = parse(attachInput, raw);
  return act(ctx, 'attach', input, async ({ tx, row, permit, now }) => {
    const { id, name } = await usableDocument(tx, ctx.actor, input.document);
    // 张三的签名.pdf: a file's name stands on the board as it was handed in.
    if (input.isPublic) refuseNamed({ document: name }, await namesInCase(tx, row.id));
    if (input.meeting !== undefined && !(await hasMeeting(tx, row.id, input.meeting))) {
      throw new DomainError('rule', 'deliberation.no_such_meeting');
    }
    await addFile(tx, {
      id: newId(),
      deliberationId: row.id,
      meetingId: input.meeting ?? null,
      uploadId: id,
      name,
      isPublic: input.isPublic,
      byId: actorKey(ctx.actor),
      at: now,
    });
    return move(tx, row, permit, { data: { document: id }, actor: ctx.actor, at: now });
  });
}
