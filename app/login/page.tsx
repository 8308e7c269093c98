import '../_work/work.css';
import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Button, LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { Facts } from '@/components/facts';
import { Notice } from '@/components/notice';
import { safeReturnPath } from '@/components/preferences';
import { getMe } from '@/lib/people/queries/get-me';
import { shownCode } from '@/lib/people/queries/shown-code';
import { smsWay } from '@/lib/sms/way';
import { currentContext, sessionHasEnded } from '@/lib/transport/session';
import { phoneOfPeople } from '../_resident/phones';
import { PhonePage } from '../_shell/phone-page';
import { readPreferences } from '../_shell/read-preferences';
import type { Translate } from '../_shell/translate';
import { demoAccounts, demoPassword } from './demo-accounts';
import { PhoneForm } from './phone-form';
import { loginPath, readStep, stepCookie } from './phone-step';
import { signInAction } from './sign-in';
import { SignInForm } from './sign-in-form';

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('login'))('title') };
}

/**
 * R17: residents by phone code, where messages can be sent, and told that they need none to report; staff and volunteers
 * by account and password.
 */
export default async function Login({ searchParams }: { searchParams: Query }) {
  const query = await searchParams;
  const next = safeReturnPath(query.next) ?? '';
  const [t, ctx, hasEnded, { locale }, jar] = await Promise.all([
    getTranslations(),
    currentContext(),
    sessionHasEnded(),
    readPreferences(),
    cookies(),
  ]);
  const way = await smsWay(ctx);
  const last = way ? readStep(jar.get(stepCookie)?.value) : null;
  // Said where the refusal leads; who comes back later finds the number, and no reproach.
  const step = last && query.refused === undefined ? { ...last, refused: null } : last;
  const me = ctx.actor.kind === 'person' ? await getMe(ctx) : null;
  // The second of two taps: the first has used the code and signed this browser in.
  if (me && last?.refused?.reason === 'login.code_over') redirect(next || '/mine');
  const returnTo = loginPath({ next, refused: query.refused !== undefined });
  return (
    <PhonePage masthead={{ place: t('common.product'), title: t('login.title') }} returnTo={returnTo}>
      {me && (
        <Card>
          <p>{t(me.account ? 'login.already' : 'login.already_phone', { name: me.name })}</p>
          <div className="btn-row">
            <LinkButton kind="outline" href={next || me.firstScreen}>
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
      {way && (
        <PhoneForm
          step={step}
          shown={step?.codeId ? await shownCode(ctx, { codeId: step.codeId }) : null}
          phoneOfPeople={await phoneOfPeople(ctx)}
          next={next}
          locale={locale}
          t={t}
        />
      )}
      <Card>
        <p>{t('login.resident')}</p>
        <p>
          <LinkButton kind="outline" href="/report" icon="camera" wide>
            {t('login.anonymously')}
          </LinkButton>
        </p>
      </Card>
      <Card>
        <h2 className="card-title">{t('login.staff_title')}</h2>
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
          {me?.account ? <a href="/password">{t('password.title')}</a> : t('login.change_password')}
        </p>
      </Card>
      {way === 'screen' && <DemoAccounts t={t} />}
    </PhonePage>
  );
}

/** Only in a database that the demo made, whose passwords are known to everybody. */
function DemoAccounts({ t }: { t: Translate }) {
  return (
    <Card>
      <h2 className="card-title">{t('login.demo.title')}</h2>
      <p>{t('login.demo.phones')}</p>
      <p>{t('login.demo.password', { password: demoPassword })}</p>
      <Facts facts={demoAccounts.map((account) => ({ name: account, value: t(`login.demo.${account}`) }))} />
    </Card>
  );
}
