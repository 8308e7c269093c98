import '../_work/work.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Button, LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Notice } from '@/components/notice';
import { safeReturnPath } from '@/components/preferences';
import { firstScreen } from '@/lib/people/policy';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { currentContext, sessionHasEnded } from '@/lib/transport/session';
import { PhonePage } from '../_shell/phone-page';
import type { Translate } from '../_shell/translate';
import { demoAccounts, demoPassword } from './demo-accounts';
import { signInAction } from './sign-in';
import { SignInForm } from './sign-in-form';

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('login'))('title') };
}

/** Sign-in of staff and volunteers by account and password. Residents need none, and are told so. */
export default async function Login({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const next = safeReturnPath(query.next) ?? '';
  const [t, ctx, hasEnded] = await Promise.all([getTranslations(), currentContext(), sessionHasEnded()]);
  const isDemo = await getSetting(ctx, 'demo');
  const returnTo = next ? `/login?next=${encodeURIComponent(next)}` : '/login';
  return (
    <PhonePage masthead={{ place: t('common.product'), title: t('login.title') }} returnTo={returnTo}>
      {ctx.actor.kind === 'person' && (
        <Card>
          <p>{t('login.already', { name: ctx.actor.name })}</p>
          <div className="btn-row">
            <LinkButton kind="outline" href={next || firstScreen(ctx.actor)}>
              {t('login.go_on')}
            </LinkButton>
            <form method="post" action="/login/out">
              <Button kind="plain" icon="log-out">
                {t('nav.sign_out')}
              </Button>
            </form>
          </div>
        </Card>
      )}
      {hasEnded && <Notice kind="wait">{t('login.ended')}</Notice>}
      <Card>
        <SignInForm
          action={signInAction}
          next={next}
          words={{
            account: t('login.account'),
            accountHint: t('login.account_hint'),
            password: t('login.password'),
            send: t('login.send'),
            sending: t('login.sending'),
            errorTitle: t('login.error'),
          }}
        />
        <p className="quiet small">
          {ctx.actor.kind === 'person' ? <a href="/password">{t('password.title')}</a> : t('login.change_password')}
        </p>
      </Card>
      <Card>
        <p>{t('login.resident')}</p>
        <p>
          <a href="/">{t('login.to_resident')}</a>
        </p>
      </Card>
      {isDemo && <DemoAccounts t={t} />}
    </PhonePage>
  );
}

/** Only in a database that the demo made, whose passwords are known to everybody. */
function DemoAccounts({ t }: { t: Translate }) {
  return (
    <Card>
      <h2 className="card-title">{t('login.demo.title')}</h2>
      <p>{t('login.demo.password', { password: demoPassword })}</p>
      <Facts facts={demoAccounts.map((account) => ({ name: account, value: t(`login.demo.${account}`) }))} />
    </Card>
  );
}
