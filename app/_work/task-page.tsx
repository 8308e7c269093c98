import { getTranslations } from 'next-intl/server';
import { ActionBar } from '@/components/action-bar';
import { Button, LinkButton } from '@/components/button';
import { Columns } from '@/components/columns';
import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import { pathText } from '@/lib/kernel/path-text';
import { claimStanding } from '@/lib/orders/queries/claim-standing';
import { enterPage, orPage } from '../_shell/enter';
import { readKept } from '../_shell/kept';
import { nameIn } from '../_shell/names';
import { PhonePage } from '../_shell/phone-page';
import { readPreferences } from '../_shell/read-preferences';
import type { Translate } from '../_shell/translate';
import { ArriveForm } from './arrive-form';
import { barOf, ClaimButton } from './claim-button';
import { ClockDetails } from './clock-details';
import { AskExtensionForm, AskedNotices, AskSuspensionForm } from './clock-forms';
import { DoneNotice } from './done-notice';
import { FoldGroup } from './fold';
import { KeptNews } from './kept-news';
import { isFormOpen, loadTask, may, type Task } from './load-task';
import { onSite } from './on-site';
import { OrderFields } from './order-fields';
import { ReturnForm } from './return-form';
import { ReworkNotice } from './rework-notice';
import { orderPath, sides, type TaskSide } from './sides';
import { signAction } from './task-actions';
import { ContactForm, NoteForm, ReleaseForm } from './task-forms';
import { TaskHead } from './task-head';
import { TaskHistory } from './task-history';
import { TaskOutbox } from './task-outbox';
import { TaskPlace } from './task-place';
import { TaskRequest } from './task-request';
import { TaskService } from './task-service';
import { TaskTips } from './task-tips';
import { WaitsFor } from './waits-for';

export type OrderParams = Promise<{ code: string }>;
export type Query = Promise<Record<string, string | string[] | undefined>>;

export const codeOf = async (params: OrderParams): Promise<string> => pathText((await params).code).toUpperCase();

/** One task, for who holds it: where, whom, until when, and what to do next. */
export async function TaskPage(props: { side: TaskSide; params: OrderParams; searchParams: Query }) {
  const { side } = props;
  const code = await codeOf(props.params);
  const page = orderPath(side, code);
  const ctx = await enterPage(page, sides[side].ability);
  const query = await props.searchParams;
  const [t, { locale, mode }, task, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, page, loadTask(ctx, code)),
    readKept(ctx, code, query.form),
  ]);
  const { order } = task;
  const now = ctx.now();
  const common = { now, locale, t };
  const standing = await claimStanding(ctx);
  const barred = may(order, 'claim') ? barOf({ standing, ...common }) : null;
  const holds = order.relations.includes('assignee');
  // A link to a closed fold opens it, without script too.
  const form = { order, side, kept, t, wanted: query.open, personId: ctx.actor.personId };
  const actions = nextActions(task, side, { standing, ...common });
  const inline = mode !== 'standard';
  const bar = actions && (
    <ActionBar label={t('common.actions')} lean inline={inline}>
      {actions}
    </ActionBar>
  );
  return (
    <PhonePage back={{ href: sides[side].list, label: t(sides[side].listLabel) }} returnTo={page} wide>
      <TaskOutbox
        personId={ctx.actor.personId}
        keep={holds ? [page, ...(may(order, 'submit-evidence') ? [`${page}/finish`] : []), sides[side].list] : []}
        t={t}
      />
      <DoneNotice done={query.done} t={t} />
      <KeptNews {...{ kept, task, page, ...common }} />
      <Columns
        main={
          <>
            <TaskHead task={task} {...common} />
            <ReworkNotice order={order} {...common} />
            <WaitsFor order={order} t={t} />
            {barred && <Notice kind="wait">{barred.words}</Notice>}
            {task.asks && <AskedNotices asks={task.asks} {...common} />}
            <NextStep task={task} {...{ locale, t }} />
            {inline && bar}
            {holds && <TaskPlace order={order} {...common} />}
            <TaskRequest order={order} {...common} />
          </>
        }
        side={
          <>
            {side === 'volunteer' && holds && <TaskService {...{ ctx, task, t }} />}
            {may(order, 'arrive') && <ArriveForm {...form} {...common} />}
            <FoldGroup label={t('work.more')}>
              {may(order, 'submit-evidence') && <TaskTips {...{ order, side, locale, t }} />}
              {may(order, 'contact') && <ContactForm {...form} />}
              {may(order, 'note') && holds && <NoteForm {...form} />}
              {isFormOpen(task, 'ask_extension') && task.asks && (
                <AskExtensionForm {...form} {...common} asks={task.asks} />
              )}
              {isFormOpen(task, 'ask_suspension') && task.asks && (
                <AskSuspensionForm {...form} {...common} asks={task.asks} />
              )}
              {may(order, 'release') && <ReleaseForm {...form} />}
              {isFormOpen(task, 'return') && <ReturnForm {...form} task={task} locale={locale} />}
              <ClockDetails order={order} {...common} />
              <TaskHistory order={order} {...common} />
            </FoldGroup>
          </>
        }
        bar={!inline && bar}
      />
    </PhonePage>
  );
}

/** What the bar below offers: sign or give back; call and go; call and hand in. Nothing where nothing is open. */
function nextActions({ order }: Task, side: TaskSide, reader: Parameters<typeof barOf>[0]) {
  const { t } = reader;
  const page = orderPath(side, order.code);
  if (may(order, 'claim')) {
    return <ClaimButton order={order} item={nameIn(reader.locale, order.itemName)} {...reader} />;
  }
  if (may(order, 'sign')) {
    return (
      <>
        {may(order, 'return') && (
          <LinkButton kind="brown" icon="undo" href={`${page}?open=return#return`}>
            {t('work.return.title')}
          </LinkButton>
        )}
        <form action={signAction}>
          <Button icon="check">{t('work.sign.send')}</Button>
          <OrderFields order={order} side={side} />
        </form>
      </>
    );
  }
  if (!may(order, 'submit-evidence')) return undefined;
  const there = onSite(order.timeline).arrived;
  const { phone } = order.contact;
  return (
    <>
      {phone ? (
        <LinkButton kind="outline" icon="phone" href={`tel:${phone}`}>
          {t('common.call')}
        </LinkButton>
      ) : (
        <LinkButton kind="outline" icon="phone" href={`${page}?open=contact#contact`}>
          {t('work.contact.title')}
        </LinkButton>
      )}
      {there ? (
        <LinkButton icon="circle-check" href={`${page}/finish`}>
          {t('work.finish.open')}
        </LinkButton>
      ) : (
        <LinkButton icon="map-pin" href="#arrive">
          {t('work.arrive.title')}
        </LinkButton>
      )}
    </>
  );
}

/** A sentence where no action is open: who acts now. */
function NextStep({ task, locale, t }: { task: Task; locale: Locale; t: Translate }) {
  const { order } = task;
  if (may(order, 'claim') || may(order, 'sign') || may(order, 'submit-evidence')) return null;
  if (order.status === 'awaiting_verification') return <Notice kind="wait">{t('work.next.verify')}</Notice>;
  if (order.status === 'awaiting_rating' || order.status === 'closed') {
    return <Notice kind="done">{t('work.next.passed')}</Notice>;
  }
  if (order.status === 'suspended' && task.asks?.running) return null;
  const who = order.handler ? nameIn(locale, order.handler.name) : t('work.next.dispatcher');
  return <Notice kind="info">{t('work.next.not_yours', { who })}</Notice>;
}
