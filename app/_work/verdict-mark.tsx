import type { Locale } from '@/components/preferences';
import { SealMark } from '@/components/seal';
import type { Context } from '@/lib/kernel/context';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { partyOrgNames } from '@/lib/people/queries/party-org-names';
import { formatWhen } from '../_order/when';
import { nameIn } from '../_shell/names';
import type { Translate } from '../_shell/translate';

export interface Verdict {
  passed: boolean;
  who: { zh: string; en: string } | null;
  branch: { zh: string; en: string } | null;
  at: number;
  /** Of a return: the new finish limit, epoch milliseconds. */
  finishBy: number | null;
}

/** The last decision of a verifier on an order, with their name and in whose name they acted; null before any. */
export async function lastVerdict(ctx: Context, order: Pick<OrderDetail, 'timeline'>): Promise<Verdict | null> {
  const event = order.timeline.findLast(({ type }) => type === 'order.passed' || type === 'order.reworked');
  if (!event) return null;
  const org = typeof event.data.org === 'string' ? event.data.org : '';
  const names = await partyOrgNames(ctx.db, org ? [org] : []);
  return {
    passed: event.type === 'order.passed',
    who: event.actor,
    branch: names.get(org) ?? null,
    at: Date.parse(event.at),
    // Histories keep instants as text.
    finishBy: typeof event.data.finishBy === 'string' ? Date.parse(event.data.finishBy) : null,
  };
}

/** The seal 已核验 with name, branch and time. `stamped` plays the stamp once, right after the act. */
export function VerdictMark(props: {
  verdict: Verdict;
  words: string;
  stamped?: boolean;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { verdict, now, locale } = props;
  const name = (named: { zh: string; en: string } | null) => named && nameIn(locale, named);
  return (
    <SealMark
      kind="verified"
      stamped={props.stamped}
      words={props.words}
      meta={[name(verdict.who), name(verdict.branch), formatWhen(verdict.at, now, locale)].filter(Boolean).join(' · ')}
    />
  );
}
