import type { Locale } from '@/components/preferences';
import type { RuleConditions, RuleEffect } from '@/lib/routing/input';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { targetWords } from '../routing-words';
import type { RoutingPage } from './load-routing';

/** What a rule asks, one phrase a condition. */
export function conditionWords(c: RuleConditions, page: RoutingPage, locale: Locale, t: Translate): string[] {
  const or = t('routing.or');
  const of = (codes: readonly string[], names: ReadonlyMap<string, { zh: string; en: string }>, withCode: boolean) =>
    codes
      .map((code) => {
        const name = names.get(code);
        return name ? `${withCode ? `${code} ` : ''}${nameIn(locale, name)}` : code;
      })
      .join(or);
  const about = [of(c.categories, page.names.categories, false), of(c.items, page.names.items, true)];
  const time = c.from && c.to ? t('routing.cond.time', { from: c.from, to: c.to }) : '';
  const phrases = [
    about.some(Boolean) && t('routing.cond.about', { what: about.filter(Boolean).join(or) }),
    c.cells.length > 0 && t('routing.cond.cells', { what: of(c.cells, page.names.cells, false) }),
    time,
    c.worked !== 'any' && t(`routing.because.${c.worked}`),
    c.weekdays.length > 0 && c.weekdays.map((day) => t('routing.because.weekday', { day })).join(or),
    c.words.length > 0 && t('routing.cond.words', { what: c.words.join(or) }),
    c.channels.length > 0 &&
      t('routing.cond.channels', { what: c.channels.map((one) => t(`channel.${one}`)).join(or) }),
    c.urgencies.length > 0 &&
      t('routing.cond.urgencies', { what: c.urgencies.map((one) => t(`desk.urgency.${one}`)).join(or) }),
  ].filter((phrase): phrase is string => Boolean(phrase));
  return phrases.length > 0 ? phrases : [t('routing.cond.everything')];
}

/** 建议派给 坡里物业, 直接派给 志愿者（邻格）. */
export function effectWords({ kind, target }: RuleEffect, page: RoutingPage, locale: Locale, t: Translate): string {
  const name =
    'unit' in target
      ? page.units.find(({ code }) => code === target.unit)?.name
      : 'person' in target
        ? page.persons.find(({ id }) => id === target.person)?.name
        : null;
  return t(`routing.effect.${kind}`, { target: targetWords(target, name, locale, t) });
}
