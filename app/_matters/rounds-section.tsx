import { listRounds } from '@/lib/rounds/queries/list-rounds';
import { answersFor } from './answers/own-answers';
import type { MatterSectionProps } from './matter-section';
import { RoundRows } from './rounds/round-rows';

const shown = 5;

/** 征求意见 on the hub: what collects now, and what is over and still owes its list. */
export async function RoundsSection({ ctx, locale, t }: MatterSectionProps) {
  const community = await answersFor(ctx);
  if (!community) return null;
  const { items } = await listRounds(ctx, { community: community.code, limit: 50 });
  const open = items.filter(({ phase }) => phase !== 'published').slice(0, shown);
  return (
    <section className="card stack" aria-labelledby="matters-rounds">
      <h2 className="card-title" id="matters-rounds">
        <a className="alone" href="/desk/rounds">
          {t('rounds.kind')}
        </a>
      </h2>
      <p className="quiet">{t('rounds.section')}</p>
      {open.length > 0 ? <RoundRows items={open} locale={locale} t={t} /> : <p>{t('rounds.none_open')}</p>}
      <p>
        <a className="alone" href="/desk/rounds">
          {t('rounds.all')}
        </a>
      </p>
    </section>
  );
}
