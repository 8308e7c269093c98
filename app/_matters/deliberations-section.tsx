import { LinkButton } from '@/components/button';
import { CaseRows } from './deliberation/case-rows';
import { opensFor, ownCases } from './deliberation/own-cases';
import type { MatterSectionProps } from './matter-section';

const shown = 5;

/** 四议两公开 on the hub: what is going on, and for the secretary the way to a new case. */
export async function DeliberationsSection({ ctx, now, locale, t }: MatterSectionProps) {
  const { items, nextCursor } = await ownCases(ctx, 'open', { limit: shown });
  return (
    <section className="card stack" aria-labelledby="matters-deliberations">
      <div className="card-head">
        <h2 className="card-title" id="matters-deliberations">
          <a className="alone" href="/desk/deliberations">
            {t('deliberation.kind')}
          </a>
        </h2>
        {opensFor(ctx.actor).length > 0 && (
          <LinkButton href="/desk/deliberations?open=new" kind="outline" icon="plus">
            {t('matters.open.title')}
          </LinkButton>
        )}
      </div>
      <p className="quiet">{t('matters.deliberations_words')}</p>
      {items.length > 0 ? (
        <CaseRows {...{ items, now, locale, t }} label={t('matters.view.open')} />
      ) : (
        <p>{t('matters.none_open')}</p>
      )}
      <p>
        <a className="alone" href={items.length > 0 ? '/desk/deliberations' : '/desk/deliberations?view=ended'}>
          {t(nextCursor || items.length > 0 ? 'matters.all' : 'matters.ended')}
        </a>
      </p>
    </section>
  );
}
