import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { SelectField, TextField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/mediation/input';
import { dutyKinds } from '@/lib/mediation/status';
import { type FormView, formView } from '../_shell/form-values';
import type { KeptForm } from '../_shell/kept';
import type { Translate } from '../_shell/translate';
import { dutyAction } from './actions';

const fields = ['kind', 'name', 'office', 'phone', 'validFrom', 'validTo'];

export const dutyView = (kept: KeptForm | null): FormView =>
  formView('duty', kept, Object.fromEntries(fields.map((name) => [name, name])));

/** Who of 三官一律 can be asked, from which day to which. */
export function DutyForm(props: { community: string; today: string; view: FormView; t: Translate }) {
  const { view, t } = props;
  return (
    <form key={view.key} action={dutyAction} className="stack">
      <h2>{t('mediation.duty.add_title')}</h2>
      <input type="hidden" name="clientId" value={newId()} />
      <input type="hidden" name="community" value={props.community} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      <SelectField
        {...view.field('kind')}
        label={t('mediation.duty.kind.title')}
        empty={t('mediation.choose')}
        required
        options={dutyKinds.map((value) => ({ value, label: t(`mediation.duty.kind.${value}`) }))}
      />
      <TextField
        {...view.field('name')}
        label={t('mediation.field.name')}
        required
        maxLength={limits.name}
        autoComplete="off"
      />
      <TextField {...view.field('office')} label={t('mediation.duty.office')} required maxLength={limits.place} />
      <TextField
        {...view.field('phone')}
        type="tel"
        label={t('mediation.field.phone')}
        note={t('common.optional')}
        maxLength={20}
        autoComplete="off"
      />
      <TextField {...view.field('validFrom', props.today)} type="date" label={t('mediation.duty.from')} required />
      <TextField {...view.field('validTo')} type="date" label={t('mediation.duty.to')} note={t('common.optional')} />
      <p>
        <Button icon="plus" kind="outline">
          {t('mediation.duty.add')}
        </Button>
      </p>
    </form>
  );
}
