import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/button';
import { EmptyState } from '@/components/empty-state';
import { dayNumber, dayStart } from '@/lib/calendar/shanghai';
import { listRefusals } from '@/lib/orders/queries/list-refusals';
import { listVerdicts } from '@/lib/orders/queries/list-verdicts';
import { enterPage, type StaffContext } from '../_shell/enter';
import { readPreferences } from '../_shell/read-preferences';
import { DoneNotice } from '../_work/done-notice';
import { isTheirs, loadQueue } from '../_work/queue';
import { SidePage } from '../_work/side-page';
import { TaskList } from '../_work/task-list';
import type { Query } from '../_work/task-page';
import { VerdictBanner } from '../_work/verdict-banner';
import { unsentTexts, verdictOwner } from '../_work/verdict-texts';
import { VerdictUnsent } from '../_work/verdict-unsent';
import { apartWords, isBarred } from '../_work/verify-apart';
import { VerifyCard } from '../_work/verify-card';
import { chargeOf, chargeSentence, isParentOf } from '../_work/verify-charge';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('to_verify') };
}

/** How many this verifier decided since midnight. */
async function countToday(ctx: StaffContext): Promise<number> {
  const from = dayStart(dayNumber(ctx.now()));
  const { items } = await listVerdicts(ctx, { limit: 200 });
  return items.filter(({ at, isOwn }) => isOwn && at >= from).length;
}

/**
 * C1: the deck, nearest due time on top. What this verifier must keep away from is marked 回避 with the reason and has no
 * actions; what was late, or whose branch is gone, says who verifies it now.
 */
export default async function ToVerify({ searchParams }: { searchParams: Query }) {
  const ctx = await enterPage('/verify', 'verify');
  const { of, done } = await searchParams;
  const [t, { locale }, queue] = await Promise.all([getTranslations(), readPreferences(), loadQueue(ctx)]);
  const now = ctx.now();
  const own = queue.filter(isTheirs);
  const others = await Promise.all(
    queue
      .filter((order) => !isTheirs(order))
      .map(async (order) => ({ order, refusal: (await listRefusals(ctx, { code: order.code })).get('pass') })),
  );
  // A secretary also sees what still lies with the branch in time: not theirs to verify, so nothing to stand aside from.
  const apart = others.filter(({ refusal }) => isBarred(refusal));
  const accounts = await chargeOf(ctx, queue);
  const charge = (order: (typeof queue)[number]) =>
    chargeSentence(order, accounts.get(order.cell ?? ''), { isParent: isParentOf(ctx, order.cell), now, locale, t });
  const first = own[0];
  const today = first ? 0 : await countToday(ctx);
  return (
    <SidePage side="verify" ctx={ctx} tab="/verify" title={t('nav.to_verify')} returnTo="/verify">
      <VerdictUnsent by={verdictOwner(ctx)} texts={unsentTexts(t)} />
      <DoneNotice done={done} t={t} />
      <VerdictBanner {...{ ctx, of, now, locale, t }} />
      {first ? (
        <>
          <p>
            <LinkButton large wide icon="seal" href={`/verify/o/${first.code}`}>
              {t('verify.start', { count: own.length })}
            </LinkButton>
          </p>
          <TaskList heading={t('work.list', { count: own.length })}>
            {own.map((order) => (
              <VerifyCard key={order.code} charge={charge(order)} {...{ order, now, locale, t }} />
            ))}
          </TaskList>
        </>
      ) : (
        <EmptyState
          title={t('verify.empty')}
          words={
            <>
              {today > 0 && (
                <>
                  {t('verify.empty_today', { count: today })}
                  <br />
                </>
              )}
              {t('verify.empty_words')}
            </>
          }
          action={
            <LinkButton kind="outline" href="/verify/log">
              {t('nav.verified')}
            </LinkButton>
          }
        />
      )}
      {apart.length > 0 && (
        <section className="section">
          <h2>{t('verify.apart', { count: apart.length })}</h2>
          <p className="quiet">{t('verify.apart_why')}</p>
          <TaskList>
            {apart.map(({ order, refusal }) => (
              <VerifyCard
                key={order.code}
                charge={charge(order)}
                apart={apartWords(refusal, t)}
                {...{ order, now, locale, t }}
              />
            ))}
          </TaskList>
        </section>
      )}
    </SidePage>
  );
}
