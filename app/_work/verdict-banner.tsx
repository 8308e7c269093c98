import { Card } from '@/components/card';
import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import { isDomainError } from '@/lib/kernel/errors';
import { getOrder } from '@/lib/orders/queries/get-order';
import { readCode } from '../_order/read-code';
import { formatWhen } from '../_order/when';
import type { StaffContext } from '../_shell/enter';
import { nameIn } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { lastVerdict, VerdictMark } from './verdict-mark';

/** What was just decided, above the order that comes next: the seal after a pass, a sentence after a return. */
export async function VerdictBanner(props: {
  ctx: StaffContext;
  of: string | string[] | undefined;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { ctx, now, locale, t } = props;
  const code = readCode(props.of);
  if (!code) return null;
  const order = await getOrder(ctx, { code }).catch((error: unknown) => {
    if (isDomainError(error)) return null;
    throw error;
  });
  const verdict = order && (await lastVerdict(ctx, order));
  if (!order || !verdict) return null;
  const link = <a href={`/verify/o/${code}`}>{t('verify.banner.look', { code })}</a>;
  const item = nameIn(locale, order.itemName);
  if (!verdict.passed) {
    return (
      <Notice kind="done">
        <p className="strong">{t('verify.banner.rework', { item })}</p>
        {verdict.finishBy !== null && (
          <p>{t('verify.banner.rework_limit', { when: formatWhen(verdict.finishBy, now, locale) })}</p>
        )}
        <p>{link}</p>
      </Notice>
    );
  }
  return (
    <Card>
      <output>
        <VerdictMark verdict={verdict} words={t('verify.banner.pass', { item })} stamped {...{ now, locale, t }} />
      </output>
      <p className="small">{link}</p>
    </Card>
  );
}
