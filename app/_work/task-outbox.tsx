import { Icon } from '@/components/icon';
import { KeepForm } from '@/components/outbox/keep-form';
import { KeepTyped } from '@/components/outbox/keep-typed';
import { OutboxBadge } from '@/components/outbox/outbox-badge';
import type { Translate } from '../_shell/translate';
import type { PhotoFormName } from './photo-forms';

/**
 * What this person handed in without a network and what waits to be sent from this phone. `keep`: pages of their own tasks
 * that open without a network from now on; only where there are some it says what can be done without one.
 */
export function TaskOutbox({ personId, keep, t }: { personId: string; keep: readonly string[]; t: Translate }) {
  return (
    <OutboxBadge
      owner={personId}
      icon={<Icon name="offline" />}
      keep={keep}
      texts={{
        one: t('outbox.one'),
        many: t('outbox.many', { count: '{n}' }),
        hint: t('outbox.hint'),
        sendNow: t('outbox.send_now'),
        sent: t('outbox.sent'),
        open: t('outbox.open'),
        signIn: t('outbox.sign_in'),
        mend: t('outbox.mend'),
        mendOpen: t('outbox.mend_open'),
        drop: t('outbox.drop'),
        offline: keep.length > 0 ? t('outbox.offline') : undefined,
      }}
    />
  );
}

/** In a form of a task: words, position and photos are kept on the phone until the server has them, in their order. */
export function KeptTask(props: { form: PhotoFormName; personId: string; code: string; t: Translate }) {
  const { form, personId, code, t } = props;
  return (
    <KeepForm
      owner={personId}
      label={t('outbox.task', { act: t(`work.${form}.title`), code })}
      about={code}
      many={form === 'note'}
      doneAt={`?done=${form}`}
      texts={{
        sending: t('outbox.sending'),
        kept: t('outbox.kept'),
        words: t('outbox.words'),
        photos: t('outbox.photos'),
      }}
    />
  );
}

/** In a form that is sent by an action: what is typed there and not sent survives another form of the page, and a reload. */
export const KeptWords = ({ personId, t }: { personId: string; t: Translate }) => (
  <KeepTyped owner={personId} always texts={{ words: t('outbox.words'), photos: t('outbox.photos') }} />
);
