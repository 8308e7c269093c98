import { Button } from '@/components/button';
import type { Locale } from '@/components/preferences';
import type { AccountView } from '@/lib/people/queries/list-accounts';
import type { SessionView } from '@/lib/people/queries/list-sessions';
import { formatWhen } from '../../_order/when';
import type { Translate } from '../../_shell/translate';
import { disableAction, enableAction, revokeAction } from './actions';
import { resetPasswordAction } from './once-actions';
import { OnceForm } from './once-form';

/** What closing or opening the door does, by how its owner signs in. */
const doorRule = ({ disabled, byPhone }: AccountView): string =>
  !disabled
    ? 'admin.accounts.disable_rule'
    : byPhone
      ? 'admin.accounts.enable_phone_rule'
      : 'admin.accounts.enable_rule';

/** Password and door: a new password is shown once; a closed account ends every session at once. */
export function AccountDoor({ account, at, t }: { account: AccountView; at: string; t: Translate }) {
  return (
    <section className="card stack" aria-labelledby="door">
      <h2 id="door">{t('admin.accounts.door')}</h2>
      {account.byPhone ? (
        <p className="quiet small">{t('admin.accounts.by_phone_rule')}</p>
      ) : (
        <>
          <p className="quiet small">{t('admin.accounts.reset_rule')}</p>
          <OnceForm
            action={resetPasswordAction}
            fields={[]}
            hidden={{ accountId: account.accountId }}
            send={t('admin.accounts.reset')}
            kind="outline"
            errorTitle={t('admin.refused')}
            onceNote={t('admin.once')}
          />
        </>
      )}
      <form action={account.disabled ? enableAction : disableAction} className="stack-tight">
        <input type="hidden" name="at" value={at} />
        <input type="hidden" name="accountId" value={account.accountId} />
        <p className="quiet small">{t(doorRule(account))}</p>
        <Button kind={account.disabled ? 'outline' : 'brown'}>
          {t(account.disabled ? 'admin.accounts.enable' : 'admin.accounts.disable')}
        </Button>
      </form>
    </section>
  );
}

/** Browsers, tokens and keys that are signed in now; each can be ended by itself, or all together. Real clock. */
export function SessionList(props: {
  sessions: SessionView[];
  personId: string;
  at: string;
  locale: Locale;
  t: Translate;
}) {
  const { sessions, personId, at, locale, t } = props;
  return (
    <section className="card stack" aria-labelledby="sessions">
      <h2 id="sessions">{t('admin.sessions.title')}</h2>
      {sessions.length === 0 ? (
        <p className="quiet">{t('admin.sessions.none')}</p>
      ) : (
        <>
          <ul className="admin-list">
            {sessions.map((session) => (
              <li key={session.sessionId}>
                <div>
                  <p className="strong">
                    {t(`admin.sessions.kind.${session.kind}`)}
                    {session.label && ` · ${session.label}`}
                    {session.current && ` · ${t('admin.sessions.this')}`}
                  </p>
                  <p className="quiet small">
                    {t('admin.sessions.times', {
                      created: formatWhen(session.createdAt, null, locale),
                      seen: formatWhen(session.lastSeenAt, null, locale),
                    })}
                  </p>
                </div>
                <form action={revokeAction}>
                  <input type="hidden" name="at" value={at} />
                  <input type="hidden" name="personId" value={personId} />
                  <input type="hidden" name="sessionId" value={session.sessionId} />
                  <Button kind="brown">{t('admin.sessions.end')}</Button>
                </form>
              </li>
            ))}
          </ul>
          <form action={revokeAction}>
            <input type="hidden" name="at" value={at} />
            <input type="hidden" name="personId" value={personId} />
            <Button kind="danger">{t('admin.sessions.end_all')}</Button>
          </form>
        </>
      )}
    </section>
  );
}
