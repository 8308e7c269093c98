import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountDoor, SessionList } from '@/app/_desk/admin/account-sections';
import { AdminPage } from '@/app/_desk/admin/admin-page';
import { DoneNotice } from '@/app/_desk/admin/done-notice';
import { enterRoom } from '@/app/_desk/admin/enter-room';
import { GrantForm, grantControls } from '@/app/_desk/admin/grant-form';
import { MembershipList } from '@/app/_desk/admin/membership-list';
import { orPage } from '@/app/_desk/enter';
import { formView } from '@/app/_desk/form-values';
import { readKept } from '@/app/_desk/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { roles } from '@/lib/kernel/context';
import { mayManageAccounts, mayManageMembership } from '@/lib/people/policy';
import { listAccounts } from '@/lib/people/queries/list-accounts';
import { listPartyOrgs } from '@/lib/people/queries/list-party-orgs';
import { listSessions } from '@/lib/people/queries/list-sessions';
import { listUnits } from '@/lib/people/queries/list-units';
import { areaNames } from '@/lib/places/queries/area-names';
import { listWorkAreas } from '@/lib/places/queries/list-work-areas';

type Props = {
  params: Promise<{ login: string }>;
  searchParams: Promise<{ form?: string; done?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: decodeURIComponent((await params).login) };
}

/** One account: its roles with their days, its door, its sessions. */
export default async function Account({ params, searchParams }: Props) {
  const login = decodeURIComponent((await params).login).toLowerCase();
  const at = `/admin/accounts/${login}`;
  const ctx = await enterRoom('accounts', at);
  const { actor } = ctx;
  const { items } = await orPage(ctx, at, listAccounts(ctx, { q: login, limit: 200 }));
  const account = items.find((one) => one.login === login);
  if (!account) notFound();
  const query = await searchParams;
  const own = actor.memberships.find((m) => m.role === 'street_officer')?.areaCode;
  const within = mayManageAccounts(actor) ? undefined : own;
  const [t, { locale }, kept, areas, units, partyOrgs] = await Promise.all([
    getTranslations(),
    readPreferences(),
    readKept(ctx, query.form),
    listWorkAreas(ctx, { within }),
    listUnits(ctx),
    listPartyOrgs(ctx),
  ]);
  const names = await areaNames(
    ctx.db,
    account.memberships.map((m) => m.areaCode),
  );
  const today = shanghaiDate(ctx.now());
  const nameOf = (name: { zh: string; en: string } | undefined, code: string) =>
    name ? (locale === 'en' ? name.en : name.zh) : code;
  const unitNames = new Map(units.map((unit) => [unit.code, { zh: unit.nameZh, en: unit.nameEn }]));
  const grantable = roles.filter((role) => mayManageMembership(actor, { role, areaCode: within ?? '' }));
  return (
    <AdminPage ctx={ctx} room="accounts" returnTo={at} title={`${account.name} · ${account.login}`}>
      <p>
        <a href="/admin/accounts">{t('admin.accounts.back')}</a>
      </p>
      <DoneNotice done={query.done} names={['disable', 'enable', 'grant', 'end', 'revoke']} t={t} />
      {kept && kept.form !== 'grant' && <p className="error">{kept.message}</p>}
      <div className="cols">
        <div className="stack">
          <section className="card stack" aria-labelledby="roles">
            <h2 id="roles">{t('admin.accounts.roles')}</h2>
            <MembershipList
              account={account}
              at={at}
              today={today}
              areaName={(code) => nameOf(names.get(code), code)}
              unitName={(code) => nameOf(unitNames.get(code), code)}
              t={t}
            />
          </section>
          {mayManageAccounts(actor) && (
            <SessionList
              sessions={await listSessions(ctx, { personId: account.personId })}
              personId={account.personId}
              at={at}
              locale={locale}
              t={t}
            />
          )}
        </div>
        <div className="stack">
          <section className="card stack" aria-labelledby="grant">
            <h2 id="grant">{t('admin.accounts.grant')}</h2>
            <GrantForm
              personId={account.personId}
              at={at}
              view={formView('grant', kept, grantControls)}
              roles={grantable}
              {...{ areas, units, partyOrgs, today, locale, t }}
            />
          </section>
          {mayManageAccounts(actor) && <AccountDoor account={account} at={at} t={t} />}
        </div>
      </div>
    </AdminPage>
  );
}
