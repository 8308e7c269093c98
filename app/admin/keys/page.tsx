import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { revokeAction } from '@/app/_desk/admin/actions';
import { AdminPage } from '@/app/_desk/admin/admin-page';
import { DoneNotice } from '@/app/_desk/admin/done-notice';
import { enterRoom } from '@/app/_desk/admin/enter-room';
import { KeyRoles } from '@/app/_desk/admin/key-roles';
import { issueKeyAction } from '@/app/_desk/admin/once-actions';
import { OnceForm } from '@/app/_desk/admin/once-form';
import { formatWhen } from '@/app/_order/when';
import { readKept } from '@/app/_shell/kept';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Button } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { listApiKeys } from '@/lib/people/queries/list-api-keys';

type Props = { searchParams: Promise<{ form?: string; done?: string; person?: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('admin.room'))('keys') };
}

/** Keys of other systems: each with a scope and an end; the key itself is shown once. */
export default async function Keys({ searchParams }: Props) {
  const path = '/admin/keys';
  const query = await searchParams;
  const ctx = await enterRoom('keys', query);
  const [t, { locale }, keys, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    listApiKeys(ctx),
    readKept(ctx, path, query.form),
  ]);
  const chosen = keys.find((key) => key.personId === query.person);
  const when = (at: number) => formatWhen(at, null, locale);
  return (
    <AdminPage ctx={ctx} room="keys" returnTo={path} title={t('admin.room.keys')}>
      <DoneNotice done={query.done} names={['revoke', 'grant', 'end']} t={t} />
      {kept && !['grant', 'key'].includes(kept.form) && <p className="error">{kept.message}</p>}
      {keys.length === 0 ? (
        <EmptyState title={t('admin.keys.none')} words={t('admin.keys.none_words')} />
      ) : (
        <ul className="admin-list card">
          {keys.map((key) => (
            <li key={key.sessionId}>
              <div>
                <p className="strong">{key.label}</p>
                <p className="small">
                  <code>{key.scope.join(', ')}</code>
                </p>
                <p className="quiet small">
                  {t('admin.keys.times', { seen: when(key.lastSeenAt), until: when(key.expiresAt) })}
                </p>
                <a href={`${path}?person=${key.personId}#roles`}>{t('admin.keys.roles')}</a>
              </div>
              <form action={revokeAction}>
                <input type="hidden" name="at" value={path} />
                <input type="hidden" name="personId" value={key.personId} />
                <input type="hidden" name="sessionId" value={key.sessionId} />
                <Button kind="brown">{t('admin.keys.revoke')}</Button>
              </form>
            </li>
          ))}
        </ul>
      )}
      {chosen && <KeyRoles {...{ ctx, chosen, kept, locale, t }} at={path} />}
      <section className="card stack" aria-labelledby="issue">
        <h2 id="issue">{t('admin.keys.new')}</h2>
        <p className="quiet small">{t('admin.keys.rule')}</p>
        <OnceForm
          action={issueKeyAction}
          kept={kept?.form === 'key' ? kept : null}
          errorTitle={t('admin.refused')}
          onceNote={t('admin.once')}
          send={t('admin.keys.issue')}
          fields={[
            { name: 'label', label: t('admin.keys.label'), required: true },
            {
              name: 'scope',
              label: t('admin.keys.scope'),
              hint: t('admin.keys.scope_hint'),
              lines: 4,
              value: 'GET /orders\nGET /orders/{code}',
              required: true,
            },
            { name: 'validDays', label: t('admin.keys.days'), type: 'number', value: '90', required: true },
          ]}
        />
      </section>
    </AdminPage>
  );
}
