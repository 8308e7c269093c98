import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { PageTextArea } from '@/components/page-text-area';
import { limits } from '@/lib/orders/input';
import { handlerOutcomes } from '@/lib/orders/status';
import { OrderNumber } from '../_order/order-number';
import { enterPage, orPage } from '../_shell/enter';
import { formView } from '../_shell/form-values';
import { readKept } from '../_shell/kept';
import { nameIn } from '../_shell/names';
import { PhonePage } from '../_shell/phone-page';
import { readPreferences } from '../_shell/read-preferences';
import { ReplyReview } from '../_shell/reply-review';
import { DueBox } from './due-box';
import { type EvidencePlan, evidencePlan } from './evidence-plan';
import { KeptNews } from './kept-news';
import { isFormOpen, loadTask } from './load-task';
import { OrderFields } from './order-fields';
import { PieceFields } from './piece-fields';
import { pieceNamer } from './piece-names';
import { setsLine } from './sets-line';
import { orderPath, sides, type TaskSide } from './sides';
import { KeptTask, TaskOutbox } from './task-outbox';
import { codeOf, type OrderParams, type Query } from './task-page';
import { WaitsFor } from './waits-for';

/** The three fields of one piece: its photos, its words, why it is not there. */
const pieceFields = (kind: string): string[] => [`photo.${kind}`, `text.${kind}`, `missing.${kind}`];

/** Field → id of its control, where the error summary leads. */
function controlsOf(plan: EvidencePlan): Record<string, string> {
  const pieces = plan.rows.flatMap(({ kind }) => pieceFields(kind).map((name) => [name, name]));
  return { outcome: 'outcome', words: 'finish-words', legalBasis: 'finish-basis', ...Object.fromEntries(pieces) };
}

/** 办完了: the outcome, and each piece of the item's evidence or the reason why it is not there. */
export async function FinishPage(props: { side: TaskSide; params: OrderParams; searchParams: Query }) {
  const { side } = props;
  const code = await codeOf(props.params);
  const page = orderPath(side, code);
  const here = `${page}/finish`;
  const ctx = await enterPage(here, sides[side].ability);
  const query = await props.searchParams;
  const [t, { locale }, task, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, here, loadTask(ctx, code)),
    readKept(ctx, code, query.form),
  ]);
  const { order } = task;
  if (!isFormOpen(task, 'finish') && !kept) redirect(page);
  const now = ctx.now();
  const plan = evidencePlan(order.checklist);
  const nameOf = pieceNamer(order, locale, t);
  const view = formView('finish', kept, controlsOf(plan), {
    outcome: t('work.finish.outcome'),
    words: t('work.finish.words'),
    legalBasis: t('work.finish.basis'),
    ...Object.fromEntries(plan.rows.flatMap(({ kind }) => pieceFields(kind).map((name) => [name, nameOf(kind)]))),
  });
  return (
    <PhonePage back={{ href: page, label: t('work.finish.back') }} returnTo={here}>
      <TaskOutbox
        personId={ctx.actor.personId}
        keep={isFormOpen(task, 'finish') ? [page, here, sides[side].list] : []}
        t={t}
      />
      <KeptNews {...{ kept, task, now, locale, t }} page={here} />
      <header className="stack-tight">
        <h1>{t('work.finish.title')}</h1>
        <p className="quiet">
          {nameIn(locale, order.itemName)} · <OrderNumber code={order.code} />
        </p>
      </header>
      <WaitsFor order={order} t={t} />
      <DueBox {...{ order, now, locale, t }} />
      {isFormOpen(task, 'finish') && (
        <form
          key={view.key}
          action={`${sides[side].base}/evidence/${order.code}/finish`}
          method="post"
          encType="multipart/form-data"
          className="stack"
        >
          <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
          <Card>
            <h2>{t('work.finish.evidence')}</h2>
            <p className="quiet small">{setsLine(plan, nameOf, t)}</p>
            {plan.rows.map((row) => (
              <PieceFields key={row.kind} row={row} name={nameOf(row.kind)} view={view} back={`${page}#arrive`} t={t} />
            ))}
          </Card>
          <Card>
            <div className="stack">
              <RadioCards
                name="outcome"
                label={t('work.finish.outcome')}
                required
                choices={handlerOutcomes.map((outcome) => ({ value: outcome, label: t(`outcome.${outcome}`) }))}
                value={view.text('outcome')}
                error={view.error('outcome')}
              />
              <PageTextArea
                {...view.field('words')}
                id="finish-words"
                label={t('work.finish.words')}
                hint={t('work.finish.words_hint')}
                rows={4}
                maxLength={limits.words}
              />
              {(order.counts?.reopen ?? 0) >= 2 && (
                <PageTextArea
                  {...view.field('legalBasis')}
                  id="finish-basis"
                  label={t('work.finish.basis')}
                  hint={t('work.finish.basis_hint')}
                  rows={2}
                  maxLength={limits.shortWords}
                />
              )}
              <ReplyReview view={view} t={t} />
            </div>
          </Card>
          <Button large wide icon="send">
            {t('work.finish.send')}
          </Button>
          <KeptTask form="finish" personId={ctx.actor.personId} code={code} t={t} />
          <p className="quiet small">{t('work.finish.after')}</p>
          <OrderFields order={order} side={side} />
        </form>
      )}
    </PhonePage>
  );
}
