import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import type { Role } from '@/lib/kernel/context';
import type { PartyOrgView } from '@/lib/people/queries/list-party-orgs';
import type { UnitView } from '@/lib/people/queries/list-units';
import { memberKinds } from '@/lib/people/status';
import type { AreaView } from '@/lib/places/view';
import type { FormView } from '../../_shell/form-values';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { grantAction } from './actions';

export const grantControls: Record<string, string> = {
  role: 'role',
  areaCode: 'areaCode',
  unitCode: 'unitCode',
  partyOrgCode: 'partyOrgCode',
  memberKind: 'memberKind',
  validFrom: 'validFrom',
  validTo: 'validTo',
};

/** person × role × area × dates. The area is typed or chosen by its code, so that a large district fits as well. */
export function GrantForm(props: {
  personId: string;
  at: string;
  person?: string;
  view: FormView;
  roles: Role[];
  areas: AreaView[];
  units: UnitView[];
  partyOrgs: PartyOrgView[];
  today: string;
  locale: Locale;
  t: Translate;
}) {
  const { view, locale, t } = props;
  return (
    <form key={view.key} action={grantAction} className="stack">
      <input type="hidden" name="at" value={props.at} />
      <input type="hidden" name="personId" value={props.personId} />
      {props.person && <input type="hidden" name="person" value={props.person} />}
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      <SelectField
        {...view.field('role')}
        label={t('admin.accounts.role')}
        empty={t('admin.choose')}
        required
        options={props.roles.map((role) => ({ value: role, label: t(`admin.role.${role}`) }))}
      />
      <TextField
        {...view.field('areaCode')}
        label={t('admin.accounts.area')}
        hint={t('admin.accounts.area_hint')}
        list="work-areas"
        autoComplete="off"
        required
      />
      <datalist id="work-areas">
        {props.areas.map((area) => (
          <option key={area.code} value={area.code}>
            {rowName(locale, area)} · {t(`places.kind.${area.kind}`)}
          </option>
        ))}
      </datalist>
      <SelectField
        {...view.field('unitCode')}
        label={t('admin.accounts.unit')}
        note={t('admin.accounts.unit_note')}
        empty={t('admin.none')}
        options={props.units.map((unit) => ({ value: unit.code, label: rowName(locale, unit) }))}
      />
      <SelectField
        {...view.field('partyOrgCode')}
        label={t('admin.accounts.party_org')}
        note={t('admin.accounts.party_org_note')}
        empty={t('admin.none')}
        options={props.partyOrgs.map((org) => ({ value: org.code, label: rowName(locale, org) }))}
      />
      <SelectField
        {...view.field('memberKind')}
        label={t('admin.accounts.member_kind')}
        note={t('common.optional')}
        empty={t('admin.none')}
        options={memberKinds.map((kind) => ({ value: kind, label: t(`admin.member_kind.${kind}`) }))}
      />
      <TextField {...view.field('validFrom', props.today)} type="date" label={t('admin.accounts.from')} required />
      <TextField {...view.field('validTo')} type="date" label={t('admin.accounts.to')} note={t('common.optional')} />
      <p>
        <Button icon="plus">{t('admin.accounts.grant')}</Button>
      </p>
    </form>
  );
}
