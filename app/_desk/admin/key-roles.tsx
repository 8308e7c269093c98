import type { Locale } from '@/components/preferences';
import type { ApiKeyView } from '@/lib/people/queries/list-api-keys';
import { listMemberships } from '@/lib/people/queries/list-memberships';
import type { StaffContext } from '../../_shell/enter';
import { formView } from '../../_shell/form-values';
import type { KeptForm } from '../../_shell/kept';
import type { Translate } from '../../_shell/translate';
import { GrantForm, grantControls } from './grant-form';
import { loadRegister } from './load-register';
import { MembershipList } from './membership-list';

/** The roles of the system behind a key: it sees and does what they allow, within the key's scope. */
export async function KeyRoles(props: {
  ctx: StaffContext;
  chosen: ApiKeyView;
  kept: KeptForm | null;
  at: string;
  locale: Locale;
  t: Translate;
}) {
  const { ctx, chosen, kept, at, locale, t } = props;
  const { personId } = chosen;
  const memberships = await listMemberships(ctx, { personId });
  const register = await loadRegister(ctx, memberships, locale);
  return (
    <section id="roles" className="card stack" aria-labelledby="roles-title">
      <h2 id="roles-title">{t('admin.keys.roles_of', { label: chosen.label })}</h2>
      <MembershipList
        memberships={memberships}
        at={at}
        person={personId}
        today={register.today}
        areaName={register.areaName}
        unitName={register.unitName}
        t={t}
      />
      <h3>{t('admin.accounts.grant')}</h3>
      <GrantForm
        personId={personId}
        person={personId}
        at={at}
        view={formView('grant', kept, grantControls)}
        {...{ ...register, locale, t }}
      />
    </section>
  );
}
