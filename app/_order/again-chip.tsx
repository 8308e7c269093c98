import { Chip } from '@/components/chip';
import type { BarTone } from '@/components/list-rows';
import { openStatuses } from '@/lib/orders/status';
import type { Translate } from '../_shell/translate';
import type { StateFacts } from './order-state';

type Again = Pick<StateFacts, 'status' | 'reopenCount'>;

/** The colour of what is done anew (3.1.2): yellow the first time, red from the second on, at once and while it is open. */
export function againTone({ status, reopenCount }: Again): Extract<BarTone, 'gold' | 'cinnabar'> | undefined {
  if (reopenCount === 0 || !(openStatuses as readonly string[]).includes(status)) return undefined;
  return reopenCount === 1 ? 'gold' : 'cinnabar';
}

/** The same with its word and shape, for staff: that half of the limit is left, and from the second time on that the street has it. */
export function AgainChip({ state, t }: { state: Again; t: Translate }) {
  const tone = againTone(state);
  if (!tone) return null;
  return (
    <Chip tone={tone} icon={tone === 'gold' ? 'rotate' : 'triangle'}>
      {t(tone === 'gold' ? 'state.again.yellow' : 'state.again.red')}
    </Chip>
  );
}
