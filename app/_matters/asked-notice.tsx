import { Notice } from '@/components/notice';
import type { Translate } from '../_shell/translate';
import type { AskedOrders } from './asked-orders';

const mostShown = 10;

/** What became of the numbers that the address brought: those that were filled in, and those that are no orders here. */
export function AskedNotice({ asked, t }: { asked: AskedOrders; t: Translate }) {
  const { known, unknown } = asked;
  return (
    <>
      {known.length > 0 && <Notice>{t('matters.asked.known', { count: known.length })}</Notice>}
      {unknown.length > 0 && (
        <Notice kind="bad">
          {t('matters.asked.unknown', { count: unknown.length, codes: unknown.slice(0, mostShown).join(' ') })}
        </Notice>
      )}
    </>
  );
}
