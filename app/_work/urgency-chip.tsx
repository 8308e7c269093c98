import { Chip } from '@/components/chip';
import type { Urgency } from '@/lib/orders/status';
import type { Translate } from '../_shell/translate';

/** 特急 and 紧急; the other two say nothing, so that these are seen. */
export function UrgencyChip({ urgency, t }: { urgency: Urgency | undefined; t: Translate }) {
  if (urgency !== 'U1' && urgency !== 'U2') return null;
  return (
    <Chip tone={urgency === 'U1' ? 'cinnabar' : 'gold'} icon={urgency === 'U1' ? 'triangle' : 'clock'}>
      {t(`work.urgency.${urgency}`)}
    </Chip>
  );
}
