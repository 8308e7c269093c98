import { CheckList } from '@/components/check-list';
import type { Locale } from '@/components/preferences';
import { formatDuration, formatWhen } from '../_order/when';
import { wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import type { PieceName } from './piece-names';
import { type Check, type CheckedOrder, gapsOf, verifyChecks } from './verify-checks';

/** Values as words: times by the reader's clock, spans in two units. */
function sentence(check: Check, now: number, locale: Locale, t: Translate): string {
  const { dueAt, lateMs, ...rest } = check.values ?? {};
  return t(`verify.check.${check.words}`, {
    ...rest,
    when: typeof dueAt === 'number' ? formatWhen(dueAt, now, locale) : '',
    duration: typeof lateMs === 'number' ? formatDuration(lateMs, t) : '',
  });
}

/** The checks that were made for the verifier; a missing piece stands on top, by name, with the handler's reason. */
export function VerifyChecklist(props: {
  order: CheckedOrder;
  /** Photos of the last evidence that stand on another order too. */
  reused: number;
  nameOf: PieceName;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { order, reused, nameOf, now, locale, t } = props;
  const gaps = gapsOf(order).length;
  return (
    <>
      <h2 className={gaps > 0 ? 'card-title ink-cinnabar' : 'card-title'}>
        {gaps > 0 ? t('verify.check.title_gaps', { count: gaps }) : t('verify.check.title')}
      </h2>
      <CheckList
        words={{ ok: t('common.check.ok'), warn: t('common.check.warn'), missing: t('common.check.missing') }}
        items={verifyChecks(order, reused).map((check) => ({
          key: check.key,
          state: check.state,
          text: check.gap ? (
            <>
              <b>{t('verify.check.gap', { kind: nameOf(check.gap.kind) })}</b>{' '}
              <span lang={wordsLang(locale)}>{t('verify.check.gap_reason', { reason: check.gap.reason })}</span>
            </>
          ) : (
            sentence(check, now, locale, t)
          ),
        }))}
      />
    </>
  );
}
