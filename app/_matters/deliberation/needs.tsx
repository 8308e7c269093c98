import { Icon } from '@/components/icon';
import type { BodyRule } from '@/lib/deliberation/rule-packs';
import type { Share } from '@/lib/deliberation/thresholds';
import type { AskedFor, MeetingNeeds } from '@/lib/deliberation/view';
import { shareKey } from '../../_board/deliberation-basis';
import type { Translate } from '../../_shell/translate';

/** Every rule of a body before anybody is counted: who must come, who must agree, how many days before. */
export function bodyRuleWords(rule: BodyRule, t: Translate): string {
  const all = (shares: readonly Share[]) =>
    [...new Set(shares.map((share) => t(shareKey(share))))].join(t('matters.rule.and'));
  return [
    t('matters.rule.quorum', { share: all(rule.quorum) }),
    t('matters.rule.majority', { share: all(rule.majority) }),
    rule.noticeDays === undefined ? '' : t('matters.rule.notice', { days: rule.noticeDays }),
    rule.planDays === undefined ? '' : t('matters.rule.plan', { days: rule.planDays }),
  ].join('');
}

function Asked({ asked, what, t }: { asked: AskedFor; what: 'present' | 'yes'; t: Translate }) {
  return (
    <li>
      <b>{t(`matters.needs.${what}`, { needed: asked.needed })}</b>{' '}
      <span className="quiet small">{t('matters.needs.by', { rule: t(`deliberation.rule.${asked.rule}`) })}</span>
      {asked.weaker.map((one) => (
        <p key={one.rule} className="quiet small">
          {t('matters.needs.weaker', { rule: t(`deliberation.rule.${one.rule}`), needed: one.needed })}
        </p>
      ))}
    </li>
  );
}

/** 需实到 75 人: the numbers that a meeting has to reach, before anything is typed. */
export function Needs({ needs, t }: { needs: MeetingNeeds; t: Translate }) {
  return (
    <div className="needs">
      <Icon name="users" />
      <ul className="stack-tight">
        <li>{t('matters.needs.eligible', { eligible: needs.eligible })}</li>
        <Asked asked={needs.present} what="present" t={t} />
        {needs.yes ? (
          <Asked asked={needs.yes} what="yes" t={t} />
        ) : (
          <li className="quiet small">{t('matters.needs.yes_later')}</li>
        )}
      </ul>
    </div>
  );
}
