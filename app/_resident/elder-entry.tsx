import { LinkButton } from '@/components/button';
import { Icon } from '@/components/icon';
import type { Locale } from '@/components/preferences';
import { ReadAloud } from '@/components/read-aloud';
import { presentState } from '../_order/order-state';
import { stateOf } from '../_order/row-clock';
import type { Translate } from '../_shell/translate';
import type { MyOrder } from './my-orders';

interface Props {
  /** What was sent from this browser last, for reading aloud. */
  orders: MyOrder[];
  phone: string | null;
  locale: Locale;
  t: Translate;
}

/** Four big things to press, each a full row: report, where my matter stands, whom to call, read it to me. */
export function ElderEntry({ orders, phone, locale, t }: Props) {
  const last = orders[0]?.order;
  const state = last && presentState(stateOf(last));
  const aloud = [
    t('home.aloud'),
    phone ? t('home.aloud_phone', { phone: [...phone].join(' ') }) : '',
    last && state ? t('home.aloud_last', { words: last.words ?? '', state: t(state.residentWord, state.values) }) : '',
  ];
  return (
    <section className="card entry over elder-entry stack-tight" aria-label={t('home.four')}>
      <LinkButton href="/report" icon="camera" large wide>
        {t('home.report')}
      </LinkButton>
      <LinkButton href="/mine" icon="notebook" kind="outline" large wide>
        {t('home.mine_elder')}
      </LinkButton>
      <LinkButton href="/grid" icon="phone" kind="outline" large wide>
        {t('home.call')}
      </LinkButton>
      <ReadAloud
        text={aloud.filter(Boolean).join(' ')}
        lang={locale}
        icon={<Icon name="speaker" />}
        label={t('common.read.label')}
        stop={t('common.read.stop')}
        instead={
          <details className="read-instead">
            <summary className="btn btn-outline btn-lg btn-wide">
              <Icon name="speaker" />
              {t('common.read.label')}
            </summary>
            <p>{t('common.read.instead')}</p>
          </details>
        }
      />
    </section>
  );
}
