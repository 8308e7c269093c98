import { Button } from '@/components/button';
import type { Translate } from '../../_shell/translate';
import { resendDeliveriesAction, resendMessagesAction } from './message-actions';

/** Sends one message that was given up again, or with no id all of its kind. */
export function ResendForm({ of, id, t }: { of: 'delivery' | 'message'; id?: string; t: Translate }) {
  return (
    <form action={of === 'delivery' ? resendDeliveriesAction : resendMessagesAction}>
      <input type="hidden" name="at" value="/admin/outbox" />
      {id !== undefined && <input type="hidden" name="id" value={id} />}
      <Button kind="outline">{t(id === undefined ? 'admin.outbox.resend_all' : 'admin.outbox.resend')}</Button>
    </form>
  );
}
