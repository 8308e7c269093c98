import type { Context } from '@/lib/kernel/context';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { readGateway } from './gateway';

/**
 * How a short message leaves this site. `screen`: a demo, whose numbers belong to nobody; the page shows the message and
 * says so. `gateway`: the operator's own is configured. Null: none is, and nothing that needs one is offered.
 */
export async function smsWay(ctx: Context): Promise<'screen' | 'gateway' | null> {
  if (await getSetting(ctx, 'demo')) return 'screen';
  return readGateway(process.env) ? 'gateway' : null;
}
