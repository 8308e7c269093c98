import { Card } from '@/components/card';
import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { formatWhen } from '../../_order/when';
import { wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { lineWords, type RuleNames, targetWords } from '../routing-words';
import type { OrderPageData } from './load-order';

/** 派单依据: which rule of routing hit and why, what is broken, and what came of it; in words. */
export function OrderRouting(props: { data: OrderPageData; now: number; locale: Locale; t: Translate }) {
  const { data, now, locale, t } = props;
  const { order, cell } = data;
  const said = order.routing;
  const names: RuleNames = {
    items: new Map(order.item ? [[order.item, order.itemName]] : []),
    categories: new Map(),
    cells: new Map(cell ? [[cell.code, { zh: cell.nameZh, en: cell.nameEn }]] : []),
  };
  const words = (line: Parameters<typeof lineWords>[0]) => lineWords(line, names, locale, t);
  const list = (lines: readonly Parameters<typeof lineWords>[0][]) => lines.map(words).join(t('routing.and'));
  return (
    <Card className="stack-tight">
      <h2>{t('routing.order.title')}</h2>
      {said?.broken.map((rule) => (
        <Notice key={rule.id} kind="bad">
          {t('routing.rule')} <RuleName name={rule.name} locale={locale} />{' '}
          {t('routing.order.broken', { why: list(rule.faults) })}
        </Notice>
      ))}
      <Hit {...{ said, list, locale, t }} />
      {said && (
        <p className="quiet small">
          {t('routing.order.asked', { when: formatWhen(Date.parse(said.at), now, locale) })}{' '}
          <a href="/desk/routing">{t('routing.order.all')}</a>
        </p>
      )}
    </Card>
  );
}

export const RuleName = ({ name, locale }: { name: string; locale: Locale }) => (
  <b lang={wordsLang(locale)}>{locale === 'en' ? `“${name}”` : `「${name}」`}</b>
);

function Hit(props: {
  said: OrderDetail['routing'];
  list: (lines: NonNullable<NonNullable<OrderDetail['routing']>['rule']>['reasons']) => string;
  locale: Locale;
  t: Translate;
}) {
  const { said, list, locale, t } = props;
  if (!said) return <p className="quiet">{t('routing.order.never')}</p>;
  const { rule } = said;
  if (!rule) return <p>{t('routing.order.none')}</p>;
  const target = targetWords(rule.effect.target, rule.targetName, locale, t);
  return (
    <>
      <p>
        {t('routing.rule')} <RuleName name={rule.name} locale={locale} />{' '}
        {t('routing.order.hit', { why: list(rule.reasons) })}
      </p>
      <p>{t(`routing.order.${said.outcome}`, { target })}</p>
      {said.outcome === 'withheld' && said.withheldReason && <p>{t(`reason.${said.withheldReason}`)}</p>}
      {rule.faults.length > 0 && <Notice kind="bad">{t('routing.order.gone', { why: list(rule.faults) })}</Notice>}
    </>
  );
}
