import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { currentContext, sessionLeft } from '@/lib/transport/session';
import { FreshPage } from './fresh-page';
import { SessionWarning } from './session-warning';

/** Around every page of somebody who is signed in to work: what its script looks after beside the page itself. */
export async function StaffFrame({ children }: { children: ReactNode }) {
  const [t, left, { actor }] = await Promise.all([getTranslations('nav.session'), sessionLeft(), currentContext()]);
  const kind = actor.kind === 'person' ? actor.sessionKind : 'staff';
  return (
    <>
      <FreshPage />
      {left && (
        <SessionWarning
          left={left}
          texts={{
            idle: t('soon', { minutes: '#' }),
            last: t('last', { minutes: '#', kind }),
            stay: t('stay'),
            ended: t('ended'),
          }}
        />
      )}
      {children}
    </>
  );
}
