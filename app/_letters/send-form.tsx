import { Button } from '@/components/button';
import { CheckboxGroup } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/letters/input';
import type { UnitView } from '@/lib/people/queries/list-units';
import type { AreaView } from '@/lib/places/view';
import { type FormView, formView } from '../_shell/form-values';
import type { KeptForm } from '../_shell/kept';
import { nameIn, rowName } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { sendAction } from './actions';

const fields = ['subject', 'words', 'lead', 'co', 'replyBy', 'order', 'community'];

export const sendView = (kept: KeptForm | null): FormView =>
  formView('send', kept, Object.fromEntries(fields.map((name) => [name, name])));

/** 发函: what is asked, who leads, who helps, until when. */
export function SendForm(props: {
  communities: AreaView[];
  units: UnitView[];
  view: FormView;
  order: string;
  /** `YYYY-MM-DD` */
  today: string;
  /** The last day that is offered. */
  replyBy: string;
  locale: Locale;
  t: Translate;
}) {
  const { communities, units, view, locale, t } = props;
  const choices = units.map((unit) => ({
    value: unit.code,
    label: nameIn(locale, { zh: unit.nameZh, en: unit.nameEn }),
  }));
  return (
    <form key={view.key} action={sendAction} className="card stack">
      <input type="hidden" name="clientId" value={newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      {communities.length > 1 ? (
        <SelectField
          {...view.field('community')}
          label={t('letter.field.community')}
          options={communities.map((one) => ({ value: one.code, label: rowName(locale, one) }))}
        />
      ) : (
        <input type="hidden" name="community" value={communities[0]?.code ?? ''} />
      )}
      <TextField
        {...view.field('subject')}
        label={t('letter.field.subject')}
        hint={t('letter.field.subject_hint')}
        required
        maxLength={limits.subject}
      />
      <PageTextArea
        {...view.field('words')}
        label={t('letter.field.words')}
        hint={t('letter.field.words_hint')}
        rows={5}
        required
        maxLength={limits.words}
      />
      <SelectField
        {...view.field('lead')}
        label={t('letter.field.lead')}
        options={choices}
        empty={t('letter.field.choose')}
        required
      />
      <CheckboxGroup
        name="co"
        label={t('letter.field.co')}
        note={t('common.optional')}
        choices={choices}
        values={view.list('co')}
        error={view.error('co')}
      />
      <TextField
        {...view.field('replyBy', props.replyBy)}
        type="date"
        min={props.today}
        label={t('letter.field.reply_by')}
        required
      />
      <TextField
        {...view.field('order', props.order)}
        label={t('letter.field.order')}
        hint={t('letter.field.order_hint')}
        note={t('common.optional')}
        maxLength={32}
        autoComplete="off"
      />
      <p>
        <Button icon="send">{t('letter.new.send')}</Button>
      </p>
    </form>
  );
}
