import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { mediatesIn } from '@/lib/mediation/policy';
import type { StaffContext } from '../_shell/enter';
import { PhonePage } from '../_shell/phone-page';
import { dutyPath, listPath } from './paths';

/** A main page of 有心工作室: who is signed in, the title, the tabs. The roster is for those who mediate. */
export async function MediationFrame(props: { ctx: StaffContext; at: string; title: string; children: ReactNode }) {
  const t = await getTranslations();
  const { actor } = props.ctx;
  const tabs = [
    { href: listPath, icon: 'handshake', label: t('mediation.tab.cases') },
    ...(mediatesIn(actor).length > 0
      ? [{ href: dutyPath, icon: 'calendar', label: t('mediation.tab.duty') } as const]
      : []),
    { href: '/me', icon: 'user', label: t('nav.me') },
  ] as const;
  return (
    <PhonePage
      masthead={{ place: `${actor.name} · ${t('mediation.studio')}`, title: props.title }}
      tabs={tabs.map((tab) => ({ ...tab, current: tab.href === props.at }))}
      returnTo={props.at}
      wide
    >
      {props.children}
    </PhonePage>
  );
}
