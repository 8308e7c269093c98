import { Chip } from '@/components/chip';
import type { Translate } from '../_shell/translate';
import { presentState, type StateFacts } from './order-state';

/** The state of an order as a chip, in the words of who reads it. `t` is the root translator. */
export function StateChip(props: { state: StateFacts; audience: 'staff' | 'resident'; t: Translate }) {
  const view = presentState(props.state);
  const forResident = props.audience === 'resident';
  return (
    <Chip tone={view.tone} icon={view.icon} strong={forResident && view.asksResident}>
      {props.t(forResident ? view.residentWord : view.staffWord, view.values)}
    </Chip>
  );
}
