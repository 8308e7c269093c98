import { Button, LinkButton } from '@/components/button';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import type { Translate } from '../../_shell/translate';
import type { RevealedContact } from './revealed';

/**
 * The number to call back, as a link that dials; masked until it was shown for that reason, which is one press and a
 * line in the audit. Of an anonymous order nobody reads it (3.1.4).
 */
export function CallbackPhone(props: {
  order: Pick<OrderDetail, 'code' | 'contact' | 'flags'>;
  revealed: RevealedContact;
  reveal: (form: FormData) => Promise<void>;
  t: Translate;
}) {
  const { order, revealed, reveal, t } = props;
  const { phone, revealable } = order.contact;
  if (order.flags?.anonymous) return <p className="small">{t('callback.anonymous')}</p>;
  const whole = revealed.phone ?? (revealable.includes('phone') ? null : phone);
  if (whole) {
    return (
      <p>
        <LinkButton href={`tel:${whole}`} kind="outline" icon="phone">
          {t('callback.tel', { phone: whole })}
        </LinkButton>
      </p>
    );
  }
  if (!phone) return <p className="small">{t('desk.contact.no_phone')}</p>;
  return (
    <form action={reveal} className="inline-form">
      <input type="hidden" name="code" value={order.code} />
      <input type="hidden" name="field" value="phone" />
      <input type="hidden" name="reason" value={t('callback.show_reason')} />
      <Button kind="outline" icon="eye">
        {t('callback.show')} <span translate="no">{phone}</span>
      </Button>
      <p className="hint">{t('callback.show_rule')}</p>
    </form>
  );
}
