import { Icon } from '@/components/icon';
import { telHref } from '../phones';

/** Numbers to call, each a full row: what for, and the number as text. Without a number there is no row. */
export function CallList({ calls }: { calls: { label: string; phone: string | null }[] }) {
  return (
    <ul className="call-list">
      {calls.map(
        ({ label, phone }) =>
          phone && (
            <li key={label}>
              <a href={telHref(phone)}>
                <Icon name="phone" />
                <span>{label}</span>
                <b>{phone}</b>
              </a>
            </li>
          ),
      )}
    </ul>
  );
}
