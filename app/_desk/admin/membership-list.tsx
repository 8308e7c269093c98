import { Button } from '@/components/button';
import { Chip } from '@/components/chip';
import { TextField } from '@/components/text-fields';
import type { AccountView } from '@/lib/people/queries/list-accounts';
import type { Translate } from '../../_shell/translate';
import { endMembershipAction } from './actions';

/** Every role that a person holds or held, with its days; one that goes on can be given a last day. */
export function MembershipList(props: {
  memberships: AccountView['memberships'];
  at: string;
  /** Kept in the address afterwards, where the page shows one person of several. */
  person?: string;
  today: string;
  areaName: (code: string) => string;
  unitName: (code: string) => string;
  t: Translate;
}) {
  const { memberships, at, person, today, areaName, unitName, t } = props;
  if (memberships.length === 0) return <p className="quiet">{t('admin.accounts.no_roles')}</p>;
  return (
    <ul className="admin-list">
      {memberships.map((held) => (
        <li key={held.id}>
          <div>
            <p className="strong">
              {t(`admin.role.${held.role}`)} · {areaName(held.areaCode)}
              {held.unitCode && ` · ${unitName(held.unitCode)}`}
              {held.partyOrgCode && ` · ${held.partyOrgCode}`}
            </p>
            <p className="quiet small">
              {t('admin.accounts.days', { from: held.validFrom, to: held.validTo ?? t('admin.accounts.open_end') })}{' '}
              {!held.active && (
                <Chip tone="grey" icon="hourglass">
                  {t('admin.accounts.not_now')}
                </Chip>
              )}
            </p>
          </div>
          {held.validTo === null && (
            <form action={endMembershipAction} className="inline-form">
              <input type="hidden" name="at" value={at} />
              {person && <input type="hidden" name="person" value={person} />}
              <input type="hidden" name="membershipId" value={held.id} />
              <TextField
                name="lastOn"
                id={`last-${held.id}`}
                type="date"
                label={t('admin.accounts.last_day')}
                defaultValue={today}
                required
              />
              <Button kind="brown">{t('admin.accounts.end')}</Button>
            </form>
          )}
        </li>
      ))}
    </ul>
  );
}
