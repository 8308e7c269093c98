import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { AdminPage } from '@/app/_desk/admin/admin-page';
import { enterRoom } from '@/app/_desk/admin/enter-room';
import { createAccountAction } from '@/app/_desk/admin/once-actions';
import { OnceForm } from '@/app/_desk/admin/once-form';
import { StandIns } from '@/app/_desk/admin/stand-ins';
import { formatWhen } from '@/app/_order/when';
import { orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button } from '@/components/button';
import { CursorPager } from '@/components/cursor-pager';
import { DataTable } from '@/components/data-table';
import { EmptyState } from '@/components/empty-state';
import { TextField } from '@/components/text-fields';
import { mayManageAccounts } from '@/lib/people/policy';
import { listAccounts } from '@/lib/people/queries/list-accounts';
import { accountKinds } from '@/lib/people/status';
import { areaNames } from '@/lib/places/queries/area-names';

type Props = { searchParams: Promise<{ q?: string; cursor?: string; form?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.room'))('accounts') };
}

/** Accounts with the roles that hold today. Only a system administrator makes new ones; a street appoints. */
export default async function Accounts({ searchParams }: Props) {
  const path = '/admin/accounts';
  const query = await searchParams;
  const ctx = await enterRoom('accounts', query);
  const { q = '', cursor } = query;
  const [t, { locale }, { items, nextCursor }, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, path, listAccounts(ctx, { q: q.slice(0, 60), cursor })),
    readKept(ctx, path, query.form),
  ]);
  const names = await areaNames(
    ctx.db,
    items.flatMap((account) => account.memberships.map((m) => m.areaCode)),
  );
  const areaName = (code: string) => {
    const name = names.get(code);
    return name ? (locale === 'en' ? name.en : name.zh) : code;
  };
  const href = (more: Record<string, string>) =>
    `${path}?${new URLSearchParams({ ...(q ? { q } : {}), ...more }).toString()}`;
  return (
    <AdminPage ctx={ctx} room="accounts" returnTo={path} title={t('admin.room.accounts')}>
      <StandIns {...{ ctx, locale, t }} />
      <search>
        <form className="inline-form">
          <TextField name="q" label={t('admin.accounts.search')} defaultValue={q} maxLength={60} />
          <Button kind="outline" icon="search">
            {t('common.search')}
          </Button>
        </form>
      </search>
      {items.length === 0 ? (
        <EmptyState title={t('admin.accounts.none')} />
      ) : (
        <DataTable
          caption={t('admin.accounts.caption')}
          rows={items}
          rowKey={(account) => account.accountId}
          columns={[
            {
              key: 'name',
              head: t('admin.accounts.person'),
              names: true,
              cell: (account) => <a href={`${path}/${account.login}`}>{account.name}</a>,
            },
            {
              key: 'login',
              head: t('admin.accounts.login'),
              cell: (account) => (account.byPhone ? t('admin.accounts.by_phone') : <code>{account.login}</code>),
            },
            { key: 'kind', head: t('admin.accounts.kind'), cell: (account) => t(`admin.kind.${account.kind}`) },
            {
              key: 'roles',
              head: t('admin.accounts.roles'),
              cell: (account) => {
                const held = account.memberships.filter((m) => m.active);
                // The same role in several units of one place is said once here; its page has each of them.
                const said = new Set(held.map((m) => `${t(`admin.role.${m.role}`)} · ${areaName(m.areaCode)}`));
                return [...said].join(locale === 'en' ? ', ' : '、') || '–';
              },
            },
            {
              key: 'last',
              head: t('admin.accounts.last_login'),
              cell: (account) =>
                account.lastLoginAt === null
                  ? t('admin.accounts.never')
                  : formatWhen(account.lastLoginAt, null, locale),
            },
            {
              key: 'state',
              head: t('desk.field.status'),
              cell: (account) =>
                account.disabled
                  ? t('admin.accounts.disabled')
                  : account.passwordIsInitial
                    ? t('admin.accounts.initial')
                    : t('admin.accounts.open'),
            },
          ]}
        />
      )}
      <CursorPager
        label={t('common.pager.label')}
        first={cursor ? { href: href({}), label: t('common.pager.first') } : undefined}
        next={nextCursor ? { href: href({ cursor: nextCursor }), label: t('common.pager.next') } : undefined}
      />
      {mayManageAccounts(ctx.actor) && (
        <section className="card stack" aria-labelledby="new-account">
          <h2 id="new-account">{t('admin.accounts.new')}</h2>
          <p className="quiet small">{t('admin.accounts.new_rule')}</p>
          <OnceForm
            action={createAccountAction}
            kept={kept?.form === 'account' ? kept : null}
            errorTitle={t('admin.refused')}
            onceNote={t('admin.once')}
            send={t('admin.accounts.create')}
            fields={[
              { name: 'displayName', label: t('admin.accounts.person'), required: true },
              { name: 'nameEn', label: t('admin.accounts.name_en'), note: t('common.optional') },
              { name: 'login', label: t('admin.accounts.login'), hint: t('admin.accounts.login_hint'), required: true },
              { name: 'phone', label: t('desk.field.phone'), note: t('common.optional'), type: 'tel' },
              {
                name: 'kind',
                label: t('admin.accounts.kind'),
                value: 'staff',
                options: accountKinds.map((kind) => ({ value: kind, label: t(`admin.kind.${kind}`) })),
              },
            ]}
          />
        </section>
      )}
    </AdminPage>
  );
}
