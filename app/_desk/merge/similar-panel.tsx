import { Button, LinkButton } from '@/components/button';
import { Chip } from '@/components/chip';
import type { Locale } from '@/components/preferences';
import type { SimilarView } from '@/lib/orders/queries/list-similar';
import { formatWhen } from '../../_order/when';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { apartAction } from './actions';

export interface SimilarProps {
  items: readonly SimilarView[];
  now: number;
  locale: Locale;
  t: Translate;
}

/** Why two orders may be of one thing, in words: 同一栋楼 · 说法相近 75%. */
export const whyAlike = (reasons: SimilarView['reasons'], t: Translate): string =>
  reasons.map(({ kind, ...values }) => t(`desk.similar.why.${kind}`, values as Record<string, number>)).join(' · ');

/** One order that may be the same: number, item, where, when, in which state, and why it is shown. */
export function SimilarLine({ one, now, locale, t }: Omit<SimilarProps, 'items'> & { one: SimilarView }) {
  const facts = [nameIn(locale, one.itemName), nameIn(locale, one.place)];
  return (
    <>
      <p>
        <a className="alone" href={`/desk/o/${one.code}`}>
          {one.code}
        </a>{' '}
        <span className="quiet small">
          {facts.join(' · ')} · {formatWhen(Date.parse(one.submittedAt), now, locale)}
        </span>
      </p>
      <p lang={wordsLang(locale)}>{one.excerpt}</p>
      <p className="row-marks">
        <span>{t(`state.${one.status}.staff`, { count: 1 })}</span>
        {one.households !== null && one.households > 1 && (
          <Chip tone="gold" icon="users">
            {t('desk.similar.joined', { count: one.households })}
          </Chip>
        )}
        <span className="quiet small">{whyAlike(one.reasons, t)}</span>
      </p>
    </>
  );
}

/** 可能是同一件: beside the order itself, each to be looked at side by side, or told apart for good. */
export function SimilarPanel({ code, ...props }: SimilarProps & { code: string }) {
  const { items, t } = props;
  if (items.length === 0) return null;
  return (
    <section className="card stack" aria-label={t('desk.similar.title', { count: items.length })} id="similar">
      <h2>{t('desk.similar.title', { count: items.length })}</h2>
      <ul className="stack">
        {items.map((one) => (
          <li key={one.code} className="stack-tight">
            <SimilarLine one={one} {...props} />
            <div className="btn-row">
              {one.refusal === null && (
                <LinkButton kind="outline" icon="merge" href={`/desk/merge?orders=${code},${one.code}`}>
                  {t('desk.similar.see')}
                </LinkButton>
              )}
              <form action={apartAction}>
                <input type="hidden" name="code" value={code} />
                <input type="hidden" name="other" value={one.code} />
                <Button kind="outline">{t('desk.similar.apart')}</Button>
              </form>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
