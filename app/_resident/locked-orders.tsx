import { Icon } from '@/components/icon';
import { ItemCard } from '@/components/item-card';
import type { Translate } from '../_shell/translate';

/** Orders that were sent from this browser without a name: a way to each, and nothing of what they say (3.1.4). */
export function LockedOrders({ hrefs, t }: { hrefs: string[]; t: Translate }) {
  if (hrefs.length === 0) return null;
  return (
    <ul className="stack-tight">
      {hrefs.map((href) => (
        <li key={href}>
          <ItemCard
            href={href}
            title={t('mine.locked')}
            meta={t('mine.locked_words')}
            aside={<Icon name="lock" className="icon-text" />}
          />
        </li>
      ))}
    </ul>
  );
}
