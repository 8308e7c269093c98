import type { Locale } from '@/components/preferences';
import type { Named } from '@/lib/orders/queries/holders-of';
import type { RuleTarget } from '@/lib/routing/input';
import { nameIn } from '../_shell/names';
import type { Translate } from '../_shell/translate';

/** What codes in the lines of a rule are called; a code without a name is shown as it is. */
export interface RuleNames {
  items: ReadonlyMap<string, Named>;
  categories: ReadonlyMap<string, Named>;
  cells: ReadonlyMap<string, Named>;
}

interface Line {
  key: string;
  params: Record<string, string | number>;
}

/** One line of why a rule hit or is broken, with names in place of bare codes. */
export function lineWords(line: Line, names: RuleNames, locale: Locale, t: Translate): string {
  const code = String(line.params.code ?? '');
  const part = line.key.slice(line.key.lastIndexOf('.') + 1);
  const named = (of: ReadonlyMap<string, Named>) => {
    const name = of.get(code);
    return name ? `${code} ${nameIn(locale, name)}` : code;
  };
  if (part === 'item') return t(line.key, { code: named(names.items) });
  if (part === 'category') return t(line.key, { code: named(names.categories) });
  if (part === 'cell') {
    const name = names.cells.get(code);
    return t(line.key, { code: name ? nameIn(locale, name) : code });
  }
  if (part === 'channel') return t(line.key, { code: t(`channel.${code}`) });
  if (part === 'urgency') return t(line.key, { code: t(`desk.urgency.${code}`) });
  return t(line.key, line.params);
}

/** Whom a rule leads to. `name` of the unit or person, where it is known. */
export function targetWords(target: RuleTarget, name: Named | null | undefined, locale: Locale, t: Translate): string {
  if ('pool' in target) {
    const { cells, skills } = target.pool;
    const scope = t(`desk.dispatch.scope.${cells}`);
    return skills.length === 0
      ? t('routing.target.pool', { scope })
      : t('routing.target.pool_skills', { scope, skills: skills.map((skill) => t(`desk.skill.${skill}`)).join(' · ') });
  }
  if (name) return nameIn(locale, name);
  return 'unit' in target ? target.unit : t('routing.target.person_unknown');
}
