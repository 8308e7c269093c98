import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import type { Locale } from '@/components/preferences';
import { TextField } from '@/components/text-fields';
import type { TieView } from '@/lib/people/queries/list-ties';
import { formatWhen } from '../../_order/when';
import type { FormView } from '../../_shell/form-values';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { declareTieAction, endTieAction } from './actions';

export const tieControls: Record<string, string> = { other: 'other' };

/** 回避关系: with whom this person may have nothing to do at work (R8); to look at, to declare, to end. */
export function TieSection(props: {
  ties: TieView[];
  personId: string;
  at: string;
  view: FormView;
  locale: Locale;
  t: Translate;
}) {
  const { ties, personId, at, view, locale, t } = props;
  return (
    <section className="card stack" aria-labelledby="ties">
      <h2 id="ties">{t('admin.ties.title')}</h2>
      <p className="quiet small">{t('admin.ties.rule')}</p>
      {ties.length === 0 ? (
        <p className="quiet">{t('admin.ties.none')}</p>
      ) : (
        <ul className="admin-list">
          {ties.map((tie) => (
            <li key={tie.personId}>
              <div>
                <p className="strong">
                  {tie.login ? (
                    <a href={`/admin/accounts/${tie.login}`}>{nameIn(locale, tie.name)}</a>
                  ) : (
                    nameIn(locale, tie.name)
                  )}
                </p>
                <p className="quiet small">
                  {t('admin.ties.since', { when: formatWhen(tie.declaredAt, null, locale) })}
                </p>
              </div>
              <form action={endTieAction}>
                <input type="hidden" name="at" value={at} />
                <input type="hidden" name="personA" value={personId} />
                <input type="hidden" name="personB" value={tie.personId} />
                <Button kind="brown">{t('admin.ties.end')}</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <form key={view.key} action={declareTieAction} className="stack">
        <input type="hidden" name="at" value={at} />
        <input type="hidden" name="personId" value={personId} />
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        <TextField
          {...view.field('other')}
          label={t('admin.ties.other')}
          hint={t('admin.ties.other_hint')}
          maxLength={60}
          autoComplete="off"
          required
        />
        <Button kind="outline" icon="user-plus">
          {t('admin.ties.declare')}
        </Button>
      </form>
    </section>
  );
}
