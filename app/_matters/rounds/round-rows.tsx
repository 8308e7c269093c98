import { Chip } from '@/components/chip';
import { type BarTone, ListRow, ListRows } from '@/components/list-rows';
import type { Locale } from '@/components/preferences';
import type { RoundListItem } from '@/lib/rounds/queries/list-rounds';
import { roundLooks, roundTime } from '../../_board/round-state';
import { nameIn, wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

type Phase = RoundListItem['phase'];
const bars: Record<Phase, BarTone> = { coming: 'grey', collecting: 'gold', closed: 'cinnabar', published: 'grey' };

export function PhaseChip({ phase, t }: { phase: Phase; t: Translate }) {
  return <Chip {...roundLooks[phase]}>{t(`rounds.phase.${phase}`)}</Chip>;
}

/** Questions as rows, each with how it stands; one that is over and unanswered is red: its list is owed. */
export function RoundRows(props: { items: readonly RoundListItem[]; locale: Locale; t: Translate }) {
  const { items, locale, t } = props;
  return (
    <ListRows label={t('rounds.kind')}>
      {items.map((one) => (
        <ListRow
          key={one.code}
          href={`/desk/rounds/${one.code}`}
          bar={bars[one.phase]}
          title={
            <span lang={one.question.en === one.question.zh ? wordsLang(locale) : undefined}>
              {nameIn(locale, one.question)}
            </span>
          }
          meta={`${one.code} · ${roundTime(one, { t, locale })}`}
          side={<PhaseChip phase={one.phase} t={t} />}
        />
      ))}
    </ListRows>
  );
}
