import { Icon } from '@/components/icon';
import { KeepForm } from '@/components/outbox/keep-form';
import { OutboxBadge } from '@/components/outbox/outbox-badge';
import type { Translate } from '../_shell/translate';

/** What this person handed in without a network and what waits to be sent from this phone. */
export function TaskOutbox({ personId, t }: { personId: string; t: Translate }) {
  return (
    <OutboxBadge
      owner={personId}
      icon={<Icon name="offline" />}
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
      }}
    />
  );
}

/** In the form of 办完了: words and photos are kept on the phone until the server has them. */
export function KeptFinish(props: { personId: string; item: string; code: string; t: Translate }) {
  const { personId, item, code, t } = props;
  return (
    <KeepForm
      owner={personId}
      label={`${item} · ${code}`}
      doneAt="?done=finish"
      texts={{ sending: t('outbox.sending'), kept: t('outbox.kept'), signIn: t('outbox.kept_sign_in') }}
    />
  );
}
