import { LinkButton } from '@/components/button';
import type { Locale } from '@/components/preferences';
import { answerToOrder } from '@/lib/answers/queries/answer-to-order';
import { casesOfOrder } from '@/lib/deliberation/queries/cases-of-order';
import { commonKinds, commonMatters } from '@/lib/orders/queries/common-matters';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { communityOf } from '@/lib/people/policy';
import { projectsOfOrder } from '@/lib/projects/queries/projects-of-order';
import type { StaffContext } from '../_shell/enter';
import { nameIn, wordsLang } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { CommonWays } from './common-ways';
import { opensFor } from './deliberation/own-cases';

interface Named {
  code: string;
  title: { zh: string; en: string };
}

/** The common matter that an order belongs to; only items of such matters are looked up. */
async function matterOf(ctx: StaffContext, { code, item, cell }: OrderDetail) {
  if (!item || !cell || !commonKinds.some(({ items }) => items.includes(item))) return null;
  const matters = await commonMatters(ctx, { community: communityOf(cell) });
  return matters.find(({ orders }) => orders.includes(code)) ?? null;
}

/**
 * What an order may become beside being done: a suggestion is answered, what several households brought up is decided by
 * all or listed as a project. Nothing where it is none of that.
 */
export async function OrderMatters(props: { ctx: StaffContext; order: OrderDetail; locale: Locale; t: Translate }) {
  const { ctx, order, locale, t } = props;
  const [answer, matter, cases, projects] = await Promise.all([
    answerToOrder(ctx, { order: order.code }),
    matterOf(ctx, order),
    casesOfOrder(ctx, { order: order.code }),
    projectsOfOrder(ctx, { order: order.code }),
  ]);
  const inCase = [
    ...cases.map((one) => ({ ...one, href: `/desk/deliberations/${one.code}` })),
    ...projects.map((one) => ({ ...one, href: `/desk/projects/${one.code}` })),
  ];
  const hasAnswer = answer !== null && (answer.mayGive || answer.given !== null);
  if (!hasAnswer && !matter && inCase.length === 0) return null;
  const opens =
    order.cell !== null && order.cell !== undefined && opensFor(ctx.actor).includes(communityOf(order.cell));
  const title = ({ title: said }: Named) => (
    <span lang={said.en === said.zh ? wordsLang(locale) : undefined}>{nameIn(locale, said)}</span>
  );
  return (
    <section className="card stack" id="matters" aria-labelledby="order-matters">
      <h2 id="order-matters">{t('matters.of_order.title')}</h2>
      {answer?.mayGive && (
        <>
          <p>{t('matters.of_order.suggestion')}</p>
          <p>
            <LinkButton href={`/desk/answers/new?order=${order.code}`} kind="outline" icon="message">
              {t('matters.of_order.answer')}
            </LinkButton>
          </p>
        </>
      )}
      {answer?.given && (
        <p>
          {t('matters.of_order.answered')}{' '}
          <a className="alone" href={`/desk/answers/${answer.given}`}>
            {answer.given}
          </a>
        </p>
      )}
      {inCase.map((one) => (
        <p key={one.code}>
          {t('matters.of_order.in_case')}{' '}
          <a className="alone" href={one.href}>
            {title(one)} {one.code}
          </a>
        </p>
      ))}
      {matter && inCase.length === 0 && (
        <>
          <p>{t('matters.of_order.common', { count: matter.households, orders: matter.orders.length })}</p>
          {opens ? (
            <CommonWays orders={matter.orders} t={t} />
          ) : (
            <p>
              {t('matters.of_order.ask_secretary')}{' '}
              <a className="alone" href="/desk/matters">
                {t('nav.matters')}
              </a>
            </p>
          )}
        </>
      )}
    </section>
  );
}
