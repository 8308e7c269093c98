import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { dayWords } from '@/app/_mediation/day-words';
import { DutyEndForm } from '@/app/_mediation/duty-end-form';
import { DutyForm, dutyView } from '@/app/_mediation/duty-form';
import { MediationFrame } from '@/app/_mediation/mediation-frame';
import { dutyPath } from '@/app/_mediation/paths';
import { addressOf, refusePage } from '@/app/_shell/enter';
import { readKept } from '@/app/_shell/kept';
import { wordsLang } from '@/app/_shell/names';
import { readPreferences } from '@/app/_shell/read-preferences';
import { Notice } from '@/components/notice';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { mayOpen, mediatesIn } from '@/lib/mediation/policy';
import { listDuty } from '@/lib/mediation/queries/list-duty';
import { isValidOn } from '@/lib/people/policy';
import { signedInContext } from '@/lib/transport/session';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('mediation.duty'))('title') };
}

/** 三官一律: who can be asked today, for those who mediate; the secretary keeps the list (M19). */
export default async function LegalDuty(props: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const query = await props.searchParams;
  const ctx = await signedInContext(addressOf(dutyPath, query));
  const communities = mediatesIn(ctx.actor);
  if (communities.length === 0) return refusePage(ctx, dutyPath);
  const [t, { locale }, kept] = await Promise.all([
    getTranslations(),
    readPreferences(),
    readKept(ctx, dutyPath, query.form),
  ]);
  const today = shanghaiDate(ctx.now());
  const rosters = await Promise.all(
    communities.map(async (community) => ({ community, roster: await listDuty(ctx, { community }) })),
  );
  return (
    <MediationFrame ctx={ctx} at={dutyPath} title={t('mediation.duty.title')}>
      {query.done === 'duty' && <Notice kind="done">{t('mediation.done.duty')}</Notice>}
      {query.done === 'duty_end' && <Notice kind="done">{t('mediation.done.duty_end')}</Notice>}
      <p className="quiet">{t('mediation.duty.words')}</p>
      {rosters.map(({ community, roster }) => {
        const current = roster.filter((one) => one.validTo === null || one.validTo >= today);
        const keeps = mayOpen(ctx.actor, community);
        return (
          <section key={community} className="card stack">
            {current.length === 0 && <p>{t('mediation.duty.nobody')}</p>}
            <ul className="service-list">
              {current.map((one) => (
                <li key={one.id}>
                  <span>
                    {t(`mediation.duty.kind.${one.kind}`)} ·{' '}
                    <span lang={wordsLang(locale)}>
                      {one.name} · {one.office}
                    </span>
                    <span className="service-code quiet small">
                      {t(isValidOn(one, today) ? 'mediation.duty.days' : 'mediation.duty.days_later', {
                        from: dayWords(one.validFrom, ctx.now(), locale),
                        to: one.validTo ? dayWords(one.validTo, ctx.now(), locale) : t('mediation.duty.open_end'),
                      })}
                    </span>
                    {keeps && one.validTo !== today && (
                      <DutyEndForm id={one.id} name={one.name} {...{ today, kept, t }} />
                    )}
                  </span>
                  {one.phone && (
                    <a className="alone" href={`tel:${one.phone}`}>
                      {one.phone}
                    </a>
                  )}
                </li>
              ))}
            </ul>
            {keeps && <DutyForm {...{ community, today, t }} view={dutyView(kept)} />}
          </section>
        );
      })}
    </MediationFrame>
  );
}
