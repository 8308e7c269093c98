import { Button } from '@/components/button';
import { Chip } from '@/components/chip';
import type { IconName } from '@/components/icon';
import type { Locale } from '@/components/preferences';
import type { Tone } from '@/components/tone';
import { newId } from '@/lib/kernel/ids';
import type { RuleView } from '@/lib/routing/queries/list-rules';
import { wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { lineWords } from '../routing-words';
import { moveRuleAction, switchRuleAction } from './actions';
import type { RoutingPage } from './load-routing';
import { conditionWords, effectWords } from './rule-words';

const looks: Record<RuleView['state'], { tone: Tone; icon: IconName }> = {
  ok: { tone: 'teal', icon: 'check' },
  off: { tone: 'grey', icon: 'circle' },
  broken: { tone: 'cinnabar', icon: 'triangle' },
  dead: { tone: 'gold', icon: 'triangle' },
  conflict: { tone: 'gold', icon: 'triangle' },
};

interface Props {
  rule: RuleView;
  place: number;
  page: RoutingPage;
  locale: Locale;
  t: Translate;
}

/** What is wrong with a rule, and beside which other one; each names the other. */
function Findings({ rule, page, locale, t }: Omit<Props, 'place'>) {
  const nameOf = (id: string) => {
    const at = page.list.items.findIndex((one) => one.id === id);
    return t('routing.named', { place: at + 1, name: page.list.items[at]?.name ?? '' });
  };
  const lines = [
    ...rule.faults.map((line) => t('routing.list.broken', { why: lineWords(line, page.names, locale, t) })),
    ...rule.findings.map((one) =>
      one.kind === 'never'
        ? t('routing.list.never')
        : one.kind === 'dead'
          ? t('routing.list.dead', { other: nameOf(one.by) })
          : t(one.exception ? 'routing.list.exception' : 'routing.list.conflict', { other: nameOf(one.by) }),
    ),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="stack-tight small">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

/** One rule of the list: what it asks, where it leads, how it stands, and the buttons of who may change it. */
export function RuleRow({ rule, place, page, locale, t }: Props) {
  const { list } = page;
  const own = `/desk/routing/${rule.id}?community=${list.community}`;
  const last = place === list.items.length;
  const at = (
    <>
      <input type="hidden" name="at" value="/desk/routing" />
      <input type="hidden" name="community" value={list.community} />
      <input type="hidden" name="id" value={rule.id} />
    </>
  );
  return (
    <li className="stack-tight rule-row">
      <p>
        <span className="quiet">{place}.</span>{' '}
        <a className="strong" href={own} lang={wordsLang(locale)}>
          {rule.name}
        </a>{' '}
        <Chip {...looks[rule.state]}>{t(`routing.state.${rule.state}`)}</Chip>
      </p>
      <p>
        {t('routing.list.when', { what: conditionWords(rule.conditions, page, locale, t).join(t('routing.and')) })}
        <br />
        <b>{effectWords(rule.effect, page, locale, t)}</b>
      </p>
      <Findings {...{ rule, page, locale, t }} />
      {list.mayEdit && (
        <div className="row-actions">
          {(['up', 'down'] as const).map((way) => (
            <form key={way} action={moveRuleAction}>
              {at}
              <input type="hidden" name="way" value={way} />
              <input type="hidden" name="revision" value={list.revision} />
              <input type="hidden" name="clientId" value={newId()} />
              <Button kind="plain" disabled={way === 'up' ? place === 1 : last}>
                {t(`routing.move.${way}`)} <span className="away">{rule.name}</span>
              </Button>
            </form>
          ))}
          <form action={switchRuleAction}>
            {at}
            <input type="hidden" name="version" value={rule.version} />
            <input type="hidden" name="isOn" value={rule.isOn ? 'false' : 'true'} />
            <input type="hidden" name="clientId" value={newId()} />
            <Button kind="plain">
              {t(rule.isOn ? 'routing.switch_off' : 'routing.switch_on')} <span className="away">{rule.name}</span>
            </Button>
          </form>
        </div>
      )}
    </li>
  );
}
