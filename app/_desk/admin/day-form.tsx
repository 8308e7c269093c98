import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { TextField } from '@/components/text-fields';
import type { CalendarDayView } from '@/lib/calendar/view';
import type { FormView } from '../../_shell/form-values';
import { SaidWords } from '../../_shell/said-words';
import type { Translate } from '../../_shell/translate';
import { coverYearAction, setDayAction } from './actions';

export const dayControls: Record<string, string> = {
  kind: 'kind',
  name: 'name',
  nameEn: 'nameEn',
  source: 'source',
  note: 'note',
};
export const coverControls: Record<string, string> = {
  source: 'cover-source',
  checkedOn: 'checkedOn',
  year: 'cover-source',
};

/** One day: off, worked, or a day of the plain week. `expected` is what the editor saw, so the second of two is told. */
export function DayForm(props: {
  date: string;
  standing: CalendarDayView | null;
  at: string;
  view: FormView;
  t: Translate;
}) {
  const { date, standing, view, t } = props;
  const kinds = ['off', 'work', 'none'] as const;
  return (
    <section id="edit" className="card stack" aria-labelledby="day-title">
      <h2 id="day-title">{t('calendar.edit', { date })}</h2>
      <form key={`${view.key}-${date}`} action={setDayAction} className="stack">
        <input type="hidden" name="at" value={props.at} />
        <input type="hidden" name="date" value={date} />
        <input type="hidden" name="expected" value={standing?.kind ?? 'none'} />
        <ErrorSummary title={t('admin.refused')} errors={view.errors} />
        <RadioCards
          name="kind"
          label={t('calendar.kind')}
          row
          choices={kinds.map((kind) => ({ value: kind, label: t(`calendar.kinds.${kind}`) }))}
          value={view.text('kind', standing?.kind ?? 'off')}
          error={view.error('kind')}
        />
        {(['name', 'nameEn', 'source'] as const).map((name) => (
          <TextField
            key={name}
            name={name}
            label={t(`calendar.${name}`)}
            hint={name === 'source' ? t('calendar.source_hint') : undefined}
            defaultValue={view.text(name, standing?.[name] ?? '')}
            error={view.error(name)}
          />
        ))}
        <TextField
          name="note"
          label={t('calendar.note')}
          note={t('common.optional')}
          defaultValue={view.text('note', standing?.note ?? '')}
        />
        <p className="quiet small">{t('calendar.edit_rule')}</p>
        <p>
          <Button>{t('common.save')}</Button>
        </p>
      </form>
    </section>
  );
}

/** States that a year is complete, with what says so; or takes that back. */
export function CoverForm(props: {
  year: number;
  covered: { source: string; checkedOn: string } | null;
  today: string;
  at: string;
  view: FormView;
  t: Translate;
}) {
  const { year, covered, view, t } = props;
  return (
    <section className="card stack" aria-labelledby="cover-title">
      <h2 id="cover-title">{t('calendar.cover.title', { year })}</h2>
      <p>
        {covered ? (
          <SaidWords sentence={t('calendar.cover.is', { ...covered })} words={covered.source} />
        ) : (
          t('calendar.cover.is_not')
        )}
      </p>
      <form key={view.key} action={coverYearAction} className="stack">
        <input type="hidden" name="at" value={props.at} />
        <input type="hidden" name="year" value={year} />
        <ErrorSummary title={t('admin.refused')} errors={view.errors} />
        <TextField
          {...view.field('source', covered?.source ?? '')}
          id="cover-source"
          label={t('calendar.source')}
          hint={t('calendar.cover.source_hint')}
          required
        />
        <TextField
          {...view.field('checkedOn', covered?.checkedOn ?? props.today)}
          type="date"
          label={t('calendar.cover.checked_on')}
          required
        />
        <p className="btn-row">
          <Button kind="outline" name="covered" value="true">
            {t('calendar.cover.cover')}
          </Button>
          {covered && (
            <Button kind="brown" name="covered" value="false">
              {t('calendar.cover.uncover')}
            </Button>
          )}
        </p>
      </form>
    </section>
  );
}
