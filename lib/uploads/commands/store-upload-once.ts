import { createHash } from 'node:crypto';
import type { Context } from '@/lib/kernel/context';
import { once } from '@/lib/replay/store';
import { unusableUploads } from '../queries/get-uploads';
import { type StoredUpload, storeUpload } from './store-upload';

/**
 * As `storeUpload`, but the same bytes under the same key give the photo of the first time. A form with photos that is
 * sent twice then carries the same ids both times, so that the verb behind it knows the second for a repeat.
 * @param input.key made when the form is drawn (its `clientId`)
 */
export async function storeUploadOnce(ctx: Context, input: { bytes: Buffer; key: string }): Promise<StoredUpload> {
  const stored = await storeUpload(ctx, { bytes: input.bytes });
  const digest = createHash('sha256').update(input.bytes).digest('hex');
  return ctx.transaction(async (tx) => {
    const first = await once(
      tx,
      ctx,
      { name: 'upload.store', key: `${input.key}:${digest}`, input: digest },
      async () => stored,
    );
    // What nobody attached for a day is swept while its key is still known.
    const gone = await unusableUploads(tx, [first.id]);
    return gone.length > 0 ? stored : first;
  });
}
