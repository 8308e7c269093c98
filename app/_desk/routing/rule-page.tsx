import type { ReactNode } from 'react';
import type { Locale } from '@/components/preferences';
import { dryRunRule } from '@/lib/orders/queries/dry-run-rule';
import type { RuleView } from '@/lib/routing/queries/list-rules';
import type { StaffContext } from '../../_shell/enter';
import type { KeptForm } from '../../_shell/kept';
import type { Translate } from '../../_shell/translate';
import { DeskPage } from '../desk-page';
import { DryRunResult } from './dry-run';
import type { RoutingPage } from './load-routing';
import { RuleForm } from './rule-form';
import { draftOf } from './rule-form-input';

/** How many orders a dry run looks at: what was asked for, within 1 and 500; null where none was asked for. */
const lastOf = (asked: string | undefined): number | null => {
  if (asked === undefined) return null;
  const n = /^\d{1,3}$/.test(asked) ? Number(asked) : 100;
  return Math.min(500, Math.max(1, n));
};

/** The page of one rule, new or old: its form for who may edit, what it would have done, and what stands beneath. */
export async function RulePage(props: {
  ctx: StaffContext;
  page: RoutingPage;
  rule: RuleView | null;
  kept: KeptForm | null;
  tried: string | undefined;
  at: string;
  title: ReactNode;
  locale: Locale;
  t: Translate;
  children?: ReactNode;
}) {
  const { ctx, page, rule, kept, at, locale, t } = props;
  const last = lastOf(props.tried);
  const draft = kept?.form === 'rule' ? draftOf(kept.values) : rule;
  const ran =
    last !== null && draft
      ? await dryRunRule(ctx, {
          community: page.list.community,
          draft: { name: draft.name, conditions: draft.conditions, effect: draft.effect },
          id: rule?.id,
          last,
        })
      : null;
  return (
    <DeskPage ctx={ctx} current="/desk/routing" returnTo={at}>
      <div className="desk-body stack">
        <p>
          <a className="alone" href={`/desk/routing?community=${page.list.community}`}>
            {t('routing.back')}
          </a>
        </p>
        <h1>{props.title}</h1>
        {ran && draft && (
          <DryRunResult {...{ ran, page, locale, t }} draft={{ ...draft, isOn: true }} now={ctx.now()} />
        )}
        {page.list.mayEdit && <RuleForm {...{ rule, page, kept, at, locale, t }} />}
        {props.children}
      </div>
    </DeskPage>
  );
}
