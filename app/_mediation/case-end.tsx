import { Notice } from '@/components/notice';
import { formatDay } from '../_order/when';
import { wordsLang } from '../_shell/names';
import type { FormProps } from './form-props';
import { OtherWays } from './other-ways';

/** Why it ended without an agreement, and first of all the ways that are open now (26). */
export function CaseEnd({ found, now, locale, t }: FormProps) {
  const { end } = found;
  if (!end) return null;
  const refused = found.parties.some((party) => party.refusedAt !== null);
  return (
    <>
      <Notice kind="info">
        {t(refused ? 'mediation.ended.refused' : `mediation.ended.${found.status}`, {
          when: formatDay(end.at, now, locale),
          way: end.way ? t(`mediation.ways.${end.way}`) : '',
        })}
      </Notice>
      {end.words && (
        <blockquote className="words-said" lang={wordsLang(locale)}>
          {end.words}
        </blockquote>
      )}
      <OtherWays ended t={t} />
    </>
  );
}
