import { Chip } from '@/components/chip';
import type { IconName } from '@/components/icon';
import type { Tone } from '@/components/tone';
import type { Status } from '@/lib/mediation/status';
import type { Translate } from '../_shell/translate';

const looks: Record<Status, { tone: Tone; icon: IconName }> = {
  applied: { tone: 'gold', icon: 'clipboard' },
  agreed: { tone: 'info', icon: 'handshake' },
  in_session: { tone: 'info', icon: 'users' },
  settled: { tone: 'teal', icon: 'notebook' },
  performed: { tone: 'green', icon: 'circle-check' },
  broken: { tone: 'cinnabar', icon: 'triangle' },
  failed: { tone: 'brown', icon: 'circle-x' },
  withdrawn: { tone: 'grey', icon: 'undo' },
  referred: { tone: 'violet', icon: 'arrow-right' },
};

export function StateChip({ status, t }: { status: Status; t: Translate }) {
  const { tone, icon } = looks[status];
  return (
    <Chip tone={tone} icon={icon}>
      {t(`mediation.status.${status}`)}
    </Chip>
  );
}
