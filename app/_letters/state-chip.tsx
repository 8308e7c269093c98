import { Chip } from '@/components/chip';
import type { Status } from '@/lib/letters/status';
import type { Translate } from '../_shell/translate';

/** How a letter stands: late before anything else, then whose turn it is. */
export function StateChip(props: { status: Status; late: boolean; leadReplied: boolean; t: Translate }) {
  const { status, late, leadReplied, t } = props;
  if (status === 'closed') {
    return (
      <Chip tone="green" icon="circle-check">
        {t('letter.state.closed')}
      </Chip>
    );
  }
  if (status === 'called_off') {
    return (
      <Chip tone="grey" icon="ban">
        {t('letter.state.called_off')}
      </Chip>
    );
  }
  if (late) {
    return (
      <Chip tone="cinnabar" icon="triangle">
        {t('letter.state.late')}
      </Chip>
    );
  }
  return (
    <Chip tone={leadReplied ? 'teal' : 'gold'} icon={leadReplied ? 'message' : 'clipboard'}>
      {t(leadReplied ? 'letter.state.replied' : 'letter.state.waiting')}
    </Chip>
  );
}
