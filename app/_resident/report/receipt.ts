import type { Locale } from '@/components/preferences';
import type { Context } from '@/lib/kernel/context';
import { maskName } from '@/lib/kernel/text';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { usualHandler } from '@/lib/orders/queries/usual-handler';
import { findGridWorkers } from '@/lib/people/queries/find-grid-workers';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

export interface FollowUp {
  /** Who comes: whoever was given it already, else whom the default table names; null when neither is known. */
  by: string | null;
  isGiven: boolean;
  /** Of the cell; they follow it whoever does it. */
  workers: { name: string; phone: string | null }[];
}

/** Who comes and whom to call, for a receipt. `own`: as the requester. */
export async function followUp(own: Context, order: OrderDetail, locale: Locale): Promise<FollowUp> {
  const { handler } = order;
  const usual = handler ? null : await usualHandler(own, { code: order.code });
  const named = handler ?? usual;
  const name = named && nameIn(locale, named.name);
  const workers = order.cell ? await findGridWorkers(own, { cellCode: order.cell }) : [];
  return {
    by: name && handler?.kind === 'volunteer' ? maskName(handler.name.zh) : name,
    isGiven: handler !== null,
    workers: workers.map((one) => ({
      name: locale === 'en' ? (one.nameEn ?? one.name) : one.name,
      phone: one.phone,
    })),
  };
}

/** Letters and digits one by one: a voice would else read a number of thousands of millions. */
const spelled = (text: string) => [...text.replaceAll('-', ',')].join(' ');

/** The receipt as it is read aloud: the number sign by sign, until when, who comes, and the number to call. */
export function receiptAloud(code: string, finish: string, follow: FollowUp, t: Translate): string {
  const worker = follow.workers[0];
  return [
    t('done.aloud', { number: spelled(code), when: finish }),
    follow.by && t(follow.isGiven ? 'done.handler' : 'done.usual', { name: follow.by }),
    worker && t('done.worker', { name: worker.name }),
    worker?.phone && t('done.aloud_phone', { phone: spelled(worker.phone) }),
  ]
    .filter(Boolean)
    .join(' ');
}
