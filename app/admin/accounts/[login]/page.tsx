import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { AccountDoor, SessionList } from '@/app/_desk/admin/account-sections';
import { AdminPage } from '@/app/_desk/admin/admin-page';
import { DoneNotice } from '@/app/_desk/admin/done-notice';
import { enterRoom } from '@/app/_desk/admin/enter-room';
import { GrantForm, grantControls } from '@/app/_desk/admin/grant-form';
import { loadRegister } from '@/app/_desk/admin/load-register';
import { MembershipList } from '@/app/_desk/admin/membership-list';
import { TieSection, tieControls } from '@/app/_desk/admin/tie-section';
import { orPage } from '@/app/_shell/enter';
import { formView } from '@/app/_shell/form-values';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { pathText } from '@/lib/kernel/path-text';
import { isPhoneLogin } from '@/lib/people/login-codes';
import { mayManageAccounts } from '@/lib/people/policy';
import { listAccounts } from '@/lib/people/queries/list-accounts';
import { listSessions } from '@/lib/people/queries/list-sessions';
import { listTies } from '@/lib/people/queries/list-ties';

type Props = {
  params: Promise<{ login: string }>;
  searchParams: Promise<{ form?: string; done?: string }>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const login = pathText((await params).login);
  // Of who signs in by phone the login is the program's own, and says nothing.
  return { title: isPhoneLogin(login) ? (await getTranslations('admin.accounts'))('by_phone') : login };
}

/** One account: its roles with their days, its door, its sessions. */
export default async function Account({ params, searchParams }: Props) {
  const login = pathText((await params).login).toLowerCase();
  const at = `/admin/accounts/${login}`;
  const query = await searchParams;
  const ctx = await enterRoom('accounts', query, at);
  const { actor } = ctx;
  const { items } = await orPage(ctx, at, listAccounts(ctx, { q: login, limit: 200 }));
  const account = items.find((one) => one.login === login);
  if (!account) notFound();
  const [t, { locale }, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    readKept(ctx, at, query.form),
  ]);
  const register = await loadRegister(ctx, account.memberships, locale);
  return (
    <AdminPage
      ctx={ctx}
      room="accounts"
      returnTo={at}
      title={`${account.name} · ${account.byPhone ? t('admin.accounts.by_phone') : account.login}`}
    >
      <p>
        <a className="alone" href="/admin/accounts">
          {t('admin.accounts.back')}
        </a>
      </p>
      <DoneNotice done={query.done} names={['disable', 'enable', 'grant', 'end', 'revoke', 'tie', 'tie_end']} t={t} />
      {kept && !['grant', 'tie'].includes(kept.form) && <p className="error">{kept.message}</p>}
      <div className="cols">
        <div className="stack">
          <section className="card stack" aria-labelledby="roles">
            <h2 id="roles">{t('admin.accounts.roles')}</h2>
            <MembershipList
              memberships={account.memberships}
              at={at}
              today={register.today}
              areaName={register.areaName}
              unitName={register.unitName}
              t={t}
            />
          </section>
          <TieSection
            ties={await listTies(ctx, { personId: account.personId })}
            personId={account.personId}
            at={at}
            view={formView('tie', kept, tieControls)}
            locale={locale}
            t={t}
          />
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
              {...{ ...register, locale, t }}
            />
          </section>
          {mayManageAccounts(actor) && <AccountDoor account={account} at={at} t={t} />}
        </div>
      </div>
    </AdminPage>
  );
}
