import '../_work/work.css';
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { Notice } from '@/components/notice';
import { passwordLeastLength } from '@/lib/people/passwords';
import { firstScreen } from '@/lib/people/policy';
import { getMe } from '@/lib/people/queries/get-me';
import { signedInContext } from '@/lib/transport/session';
import { PhonePage } from '../_shell/phone-page';
import { changePasswordAction } from '../login/change-password';
import { ChangePasswordForm } from '../login/change-password-form';

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('password'))('title') };
}

/** One's own password: the current one, the new one twice; every other session of this person ends. */
export default async function Password({ searchParams }: { searchParams: Query }) {
  const ctx = await signedInContext('/password');
  const [t, me, { done }] = await Promise.all([getTranslations('password'), getMe(ctx), searchParams]);
  return (
    <PhonePage back={{ href: '/me', label: t('back') }} returnTo="/password">
      <h1>{t('title')}</h1>
      {done === '1' && (
        <>
          <Notice kind="done">{t('done')}</Notice>
          <p>
            <LinkButton href={firstScreen(ctx.actor)} kind="outline">
              {t('go_on')}
            </LinkButton>
          </p>
        </>
      )}
      <Card>
        <ChangePasswordForm
          key={done === '1' ? 'again' : 'first'}
          action={changePasswordAction}
          account={me.account ?? ''}
          fields={[
            { name: 'current', label: t('current') },
            { name: 'next', label: t('next'), hint: t('rule', { least: passwordLeastLength }) },
            { name: 'passwordAgain', label: t('again') },
          ]}
          words={{ send: t('send'), sending: t('sending'), errorTitle: t('error') }}
        />
      </Card>
      <Notice kind="info">{t('others_end')}</Notice>
      <p className="quiet small">{t('forgotten')}</p>
    </PhonePage>
  );
}
