import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { sessionEndsAt } from '@/lib/transport/session';
import { FreshPage } from './fresh-page';
import { SessionWarning } from './session-warning';

/** Around every page of somebody who is signed in to work: what its script looks after beside the page itself. */
export async function StaffFrame({ children }: { children: ReactNode }) {
  const [t, endsAt] = await Promise.all([getTranslations('nav.session'), sessionEndsAt()]);
  return (
    <>
      <FreshPage />
      {endsAt !== null && (
        <SessionWarning
          leftMs={endsAt - Date.now()}
          texts={{ soon: t('soon', { minutes: '#' }), stay: t('stay'), ended: t('ended') }}
        />
      )}
      {children}
    </>
  );
}
