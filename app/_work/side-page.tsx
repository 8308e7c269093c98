import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { StaffContext } from '../_shell/enter';
import { PhonePage } from '../_shell/phone-page';
import { isTaskSide, type SideName, sides } from './sides';
import { TaskOutbox } from './task-outbox';

/** A main page of a side: who is signed in, the title, the tabs of the side. */
export async function SidePage(props: {
  side: SideName;
  ctx: StaffContext;
  /** The tab that stands for this page. */
  tab: string;
  title: string;
  returnTo: string;
  children: ReactNode;
}) {
  const t = await getTranslations();
  const tabs = sides[props.side].tabs.map(({ href, icon, label }) => ({
    href,
    icon,
    label: t(label),
    current: href === props.tab,
  }));
  return (
    <PhonePage
      masthead={{ place: `${props.ctx.actor.name} · ${t(`work.side.${props.side}`)}`, title: props.title }}
      tabs={tabs}
      returnTo={props.returnTo}
      wide
    >
      <TaskOutbox
        personId={props.ctx.actor.personId}
        keep={isTaskSide(props.side) && props.tab === sides[props.side].list ? [props.tab] : []}
        t={t}
      />
      {props.children}
    </PhonePage>
  );
}
