import { Facts } from '@/components/facts';
import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import { returnReasons, reworkReasons } from '@/lib/orders/status';
import { staffSentence } from '../_order/staff-sentence';
import { formatWhen } from '../_order/when';
import type { KeptForm } from '../_shell/kept';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { isFormOpen, type Task } from './load-task';

/** A button alone: it has no form that could say what was wrong. */
const bare: readonly string[] = ['sign', 'claim'];
const typedFields = ['words', 'reason', 'basis', 'waiver', 'betterOwner'] as const;

/** A reason that was chosen out of a list, in the words of its list; null for one that was typed. */
function chosenReason(form: string, value: string, t: Translate): string | null {
  const isOf = (list: readonly string[]) => list.includes(value);
  if (form === 'rework' && isOf(reworkReasons)) return t(`reworkReason.${value}`);
  if (form === 'return' && isOf(returnReasons)) return `${value} ${t(`returnReason.${value}`)}`;
  return null;
}

/** What was typed or chosen, to be copied, where its form is no longer open. */
export const typedFacts = (kept: Pick<KeptForm, 'form' | 'values'>, locale: Locale, t: Translate) =>
  typedFields.flatMap((name) => {
    const value = [kept.values[name] ?? ''].flat().join('\n');
    if (!value) return [];
    const chosen = name === 'reason' ? chosenReason(kept.form, value, t) : null;
    return [{ name: t(`work.kept.${name}`), value: chosen ?? <span lang={wordsLang(locale)}>{value}</span> }];
  });

/**
 * After a refusal that has no form to stand at: somebody was first. Says who did what since the page was drawn, keeps
 * the typed text in sight, and offers the page as it is now.
 */
export function KeptNews(props: {
  kept: KeptForm | null;
  task: Task;
  page: string;
  now: number;
  locale: Locale;
  t: Translate;
}) {
  const { kept, task, page, now, locale, t } = props;
  if (!kept) return null;
  const isOpen = isFormOpen(task, kept.form) && !bare.includes(kept.form);
  if (isOpen && !kept.conflict) return null;
  const seen = Number([kept.values.seen ?? ''].flat()[0]) || 0;
  const since = task.order.timeline.filter((event) => event.seq > seen && seen > 0);
  const typed = isOpen ? [] : typedFacts(kept, locale, t);
  return (
    <div id={isOpen ? undefined : 'errors'} tabIndex={-1}>
      <Notice kind="bad">
        <p className="strong">{kept.message}</p>
        {since.map((event) => (
          <p key={event.seq}>
            {t('work.kept.since', {
              who: event.actor ? nameIn(locale, event.actor) : t('work.kept.somebody'),
              when: formatWhen(Date.parse(event.at), now, locale),
              what: staffSentence(event, t),
            })}
          </p>
        ))}
        {typed.length > 0 && (
          <>
            <p>{t('work.kept.yours')}</p>
            <Facts facts={typed} />
          </>
        )}
        <p>
          <a href={page}>{t('work.kept.reload')}</a>
        </p>
      </Notice>
    </div>
  );
}
