import type { Metadata } from 'next';
import { cookies } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { OrderNumber } from '@/app/_order/order-number';
import { stateOf } from '@/app/_order/row-clock';
import { StateChip } from '@/app/_order/state-chip';
import { formatDuration } from '@/app/_order/when';
import { enterPage, orPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { nameIn } from '@/app/_shell/names';
import { PhonePage } from '@/app/_shell/phone-page';
import { readPreferences } from '@/app/_shell/read-preferences';
import type { Translate } from '@/app/_shell/translate';
import { ClockDetails } from '@/app/_work/clock-details';
import { EvidenceGiven } from '@/app/_work/evidence-given';
import { FoldGroup } from '@/app/_work/fold';
import { Joined } from '@/app/_work/joined';
import { KeptNews } from '@/app/_work/kept-news';
import { loadTask, may, type Task } from '@/app/_work/load-task';
import { orderPhotos } from '@/app/_work/order-photos';
import { pieceNamer } from '@/app/_work/piece-names';
import { loadQueue, placeInQueue, type QueuePlace } from '@/app/_work/queue';
import { ShotCompare } from '@/app/_work/shot-compare';
import { lastRound, shotsOf } from '@/app/_work/shots';
import { TaskHistory } from '@/app/_work/task-history';
import { codeOf, type OrderParams, type Query } from '@/app/_work/task-page';
import { RequestWords } from '@/app/_work/task-request';
import { UrgencyChip } from '@/app/_work/urgency-chip';
import { VerdictBanner } from '@/app/_work/verdict-banner';
import { heldCookie, heldForm } from '@/app/_work/verdict-box';
import { ReworkForm, TieForm, VerdictBar, WaiverForm } from '@/app/_work/verdict-forms';
import { lastVerdict, VerdictMark } from '@/app/_work/verdict-mark';
import { unsentTexts, verdictOwner } from '@/app/_work/verdict-texts';
import { VerdictUnsent } from '@/app/_work/verdict-unsent';
import { apartWords } from '@/app/_work/verify-apart';
import { chargeOf, chargeSentence, isParentOf } from '@/app/_work/verify-charge';
import { VerifyChecklist } from '@/app/_work/verify-checklist';
import { ActionBar } from '@/components/action-bar';
import { LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { CardHead } from '@/components/card-head';
import { Columns } from '@/components/columns';
import { Notice } from '@/components/notice';
import { PhotoStrip } from '@/components/photo-strip';
import type { Locale } from '@/components/preferences';
import { countReusedPhotos } from '@/lib/orders/queries/count-reused-photos';

export async function generateMetadata({ params }: { params: OrderParams }): Promise<Metadata> {
  return { title: await codeOf(params) };
}

/** Number, cell, handler, and how long it took from the report to the evidence. */
function MetaLine({ task, locale, t }: { task: Task; locale: Locale; t: Translate }) {
  const { order, cell } = task;
  const handedIn = order.timeline.find((event) => event.seq === lastRound(order.timeline));
  const tookMs = handedIn && order.submittedAt ? Date.parse(handedIn.at) - Date.parse(order.submittedAt) : null;
  const rest = [
    cell && nameIn(locale, cell),
    order.handler && nameIn(locale, order.handler.name),
    tookMs !== null && t('verify.took', { duration: formatDuration(tookMs, t) }),
  ];
  return (
    <>
      <OrderNumber code={order.code} /> · <Joined parts={rest} />
    </>
  );
}

/** C2: one order to check. The resident's words on top, before and after, the checks made, the decision below. */
export default async function VerifyOrder(props: { params: OrderParams; searchParams: Query }) {
  const code = await codeOf(props.params);
  const page = `/verify/o/${code}`;
  const ctx = await enterPage(page, 'verify');
  const query = await props.searchParams;
  const [t, { locale, mode }, task, kept, queue, reused] = await Promise.all([
    getTranslations(),
    readPreferences(),
    orPage(ctx, page, loadTask(ctx, code)),
    readKept(ctx, code, query.form),
    loadQueue(ctx),
    orPage(ctx, page, countReusedPhotos(ctx, { code })),
  ]);
  const { order } = task;
  const common = { now: ctx.now(), locale, t };
  const place = placeInQueue(queue, code);
  const shots = shotsOf(order.photos, order.timeline);
  const compared = shots.after && shots.before?.id;
  const verdict = await lastVerdict(ctx, order);
  const account = (await chargeOf(ctx, [order])).get(order.cell ?? '');
  const charge = chargeSentence(order, account, { isParent: isParentOf(ctx, order.cell), ...common });
  const nameOf = pieceNamer(order, locale, t);
  const decides = may(order, 'pass') || may(order, 'rework');
  const by = verdictOwner(ctx);
  const cookie = (await cookies()).get(heldCookie)?.value;
  const held = query.again ? null : heldForm(cookie, by, order.version);
  return (
    <PhonePage
      back={{ href: '/verify', label: t('nav.to_verify') }}
      aside={place.at > 0 ? t('verify.place', { at: place.at, count: place.count }) : undefined}
      returnTo={page}
      wide
    >
      <VerdictUnsent by={by} here={decides ? { code, version: order.version } : undefined} texts={unsentTexts(t)} />
      <VerdictBanner ctx={ctx} of={query.of} {...common} />
      <KeptNews {...{ kept, task, page }} {...common} />
      <Decided {...{ task, t }} />
      {charge && <Notice kind="bad">{charge}</Notice>}
      <Columns
        main={
          <Card>
            <CardHead
              as="h1"
              title={nameIn(locale, order.itemName)}
              aside={<StateChip state={stateOf(order)} audience="staff" t={t} />}
              meta={<MetaLine {...{ task, locale, t }} />}
            />
            <UrgencyChip urgency={order.urgency} t={t} />
            {/* The picture that is compared below need not stand above as well. */}
            <RequestWords order={{ ...order, photos: order.photos.filter(({ id }) => id !== compared) }} {...common} />
            {shots.before && shots.after && <ShotCompare before={shots.before} after={shots.after} {...common} />}
            <PhotoStrip
              photos={orderPhotos(
                shots.others.map(({ id }) => id),
                'by_handler',
                t,
              )}
            />
          </Card>
        }
        side={
          <>
            <Card>
              <VerifyChecklist order={order} reused={reused} nameOf={nameOf} {...common} />
              <EvidenceGiven order={order} {...{ nameOf, locale, t }} />
              {verdict?.passed && <VerdictMark verdict={verdict} words={t('seal.verified')} {...common} />}
            </Card>
            {decides && <WaiverForm {...{ order, kept, nameOf, t }} />}
            {decides && <ReworkForm {...{ order, kept, by, t }} />}
            <FoldGroup label={t('work.more')}>
              {decides && <TieForm {...{ order, kept, t }} />}
              <ClockDetails order={order} {...common} />
              <TaskHistory order={order} {...common} />
            </FoldGroup>
            <DeckWays code={code} place={place} t={t} />
          </>
        }
        bar={
          decides && (
            <ActionBar label={t('common.actions')}>
              <VerdictBar {...{ order, nameOf, by, mode, held, t }} />
            </ActionBar>
          )
        }
      />
    </PhonePage>
  );
}

/** To the orders before and after in the deck, without deciding. */
function DeckWays({ code, place, t }: { code: string; place: QueuePlace; t: Translate }) {
  const { previous, next } = place;
  const ways = [
    { href: previous, key: 'previous' },
    { href: next !== previous && next !== code ? next : null, key: 'next' },
  ].filter((way) => way.href !== null);
  if (place.at === 0 || ways.length === 0) return null;
  return (
    <nav className="btn-row" aria-label={t('verify.deck.label')}>
      {ways.map(({ href, key }) => (
        <LinkButton key={key} kind="outline" href={`/verify/o/${href}`}>
          {t(`verify.deck.${key}`)}
        </LinkButton>
      ))}
    </nav>
  );
}

/** Why there are no buttons: a rule, told as an explanation; nothing where the order is simply done. */
function Decided({ task, t }: { task: Task; t: Translate }) {
  const refusal = task.refusals.get('pass');
  if (!refusal || task.order.status !== 'awaiting_verification') return null;
  return (
    <Notice kind="info">
      <p className="strong">{apartWords(refusal, t)}</p>
      <p>{t('verify.barred')}</p>
    </Notice>
  );
}
