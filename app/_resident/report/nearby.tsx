import { RadioCards } from '@/components/choice-fields';
import type { Locale } from '@/components/preferences';
import type { NearbyView } from '@/lib/orders/queries/similar-nearby';
import { presentState } from '../../_order/order-state';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { exactWhen } from '../exact-when';

/** What the field `join` says where it is another matter. */
export const apart = 'none';

interface Props {
  nearby: readonly NearbyView[];
  /** What was chosen before. */
  join: string;
  locale: Locale;
  t: Translate;
}

/** 附近有人反映过同样的事: whoever has the same joins it; nothing of the other reporter is told. */
export function NearbyChoice({ nearby, join, locale, t }: Props) {
  if (nearby.length === 0) return null;
  const stateOf = ({ status }: NearbyView) => {
    const facts = { status, level: 'community', comeback: 'none', reworkCount: 0, reopenCount: 0 } as const;
    const { residentWord, values } = presentState(facts);
    return t(residentWord, values);
  };
  return (
    <RadioCards
      name="join"
      label={t('report.nearby.title')}
      hint={t('report.nearby.hint')}
      choices={[
        ...nearby.map((one) => ({
          value: one.token,
          label: t('report.nearby.same', {
            item: nameIn(locale, one.itemName),
            place: nameIn(locale, one.place),
            when: exactWhen(Date.parse(one.submittedAt), locale),
            state: stateOf(one),
          }),
        })),
        { value: apart, label: t('report.nearby.apart') },
      ]}
      value={nearby.some(({ token }) => token === join) ? join : apart}
    />
  );
}
