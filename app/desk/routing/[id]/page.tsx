import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { loadRouting } from '@/app/_desk/routing/load-routing';
import { RulePage } from '@/app/_desk/routing/rule-page';
import { conditionWords, effectWords } from '@/app/_desk/routing/rule-words';
import { formatWhen } from '@/app/_order/when';
import { addressOf, enterPage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { nameIn, wordsLang } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { ruleVersions } from '@/lib/routing/queries/rule-versions';

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ community?: string; form?: string; try?: string }>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('routing'))('rule') };
}

/** One rule: its form for who may edit, its dry run, and what it said before. */
export default async function Rule({ params, searchParams }: Props) {
  const { id } = await params;
  const at = `/desk/routing/${id}`;
  const query = await searchParams;
  const ctx = await enterPage(addressOf(at, query), 'dispatch', 'manage_accounts');
  const [t, { locale }, page, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    loadRouting(ctx, at, query.community),
    readKept(ctx, at, query.form),
  ]);
  const rule = page.list.items.find((one) => one.id === id);
  if (!rule) notFound();
  const versions = await ruleVersions(ctx, id);
  const now = ctx.now();
  return (
    <RulePage
      {...{ ctx, page, rule, kept, at, locale, t }}
      tried={query.try}
      title={<span lang={wordsLang(locale)}>{rule.name}</span>}
    >
      {!page.list.mayEdit && (
        <Card className="stack-tight">
          <p>
            {t('routing.list.when', { what: conditionWords(rule.conditions, page, locale, t).join(t('routing.and')) })}
          </p>
          <p className="strong">{effectWords(rule.effect, page, locale, t)}</p>
          <p>
            <LinkButton kind="outline" href={`${at}?community=${page.list.community}&try=100#tried`}>
              {t('routing.form.try')}
            </LinkButton>
          </p>
        </Card>
      )}
      <Card className="stack">
        <h2>{t('routing.versions')}</h2>
        <ol className="stack" reversed>
          {versions.map((one) => (
            <li key={one.version}>
              <span className="quiet small">
                {t('routing.version', {
                  version: one.version,
                  when: formatWhen(Date.parse(one.at), now, locale),
                  who: one.by ? nameIn(locale, one.by) : t('routing.by_program'),
                  state: t(one.isOn ? 'routing.on' : 'routing.off'),
                })}
              </span>
              <br />
              {conditionWords(one.conditions, page, locale, t).join(t('routing.and'))}
              {' → '}
              {effectWords(one.effect, page, locale, t)}
            </li>
          ))}
        </ol>
      </Card>
    </RulePage>
  );
}
