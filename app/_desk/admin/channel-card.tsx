import { Button } from '@/components/button';
import { Chip } from '@/components/chip';
import { Facts } from '@/components/facts';
import type { Locale } from '@/components/preferences';
import { newId } from '@/lib/kernel/ids';
import type { ChannelView } from '@/lib/notices/queries/list-channels';
import { formatWhen } from '../../_order/when';
import { wordsLang } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { channelName, failureWords } from './delivery-words';
import { testChannelAction } from './message-actions';

/** One configured channel: whether it is on, how it does, and a test with what it would say. */
export function ChannelCard(props: { channel: ChannelView; at: string; locale: Locale; t: Translate }) {
  const { channel, at, locale, t } = props;
  const { isOn, waiting, dead, lastSentAt, lastFailure, test } = channel;
  const when = (instant: number) => formatWhen(instant, null, locale);
  return (
    <section className="card stack">
      <h2>{channelName(channel, locale, t)}</h2>
      <p>
        <Chip tone={isOn ? 'green' : 'grey'} icon={isOn ? 'circle-check' : 'x'}>
          {t(isOn ? 'admin.channels.on' : 'admin.channels.off')}
        </Chip>
      </p>
      <Facts
        facts={[
          {
            name: t('admin.channels.last_sent'),
            value: lastSentAt === null ? t('admin.channels.never') : when(lastSentAt),
          },
          {
            name: t('admin.channels.last_failure'),
            value:
              lastFailure === null
                ? t('admin.channels.never')
                : t('admin.channels.failed', { when: when(lastFailure.at), why: failureWords(lastFailure.why, t) }),
          },
          { name: t('admin.channels.waiting'), value: String(waiting) },
          { name: t('admin.channels.dead'), value: dead === 0 ? '0' : <a href="/admin/outbox">{dead}</a> },
        ]}
      />
      {isOn && test && (
        <form action={testChannelAction} className="stack">
          <input type="hidden" name="at" value={at} />
          <input type="hidden" name="channel" value={channel.channel} />
          <input type="hidden" name="target" value={channel.target} />
          <input type="hidden" name="clientId" value={newId()} />
          <p className="quiet small">{t('admin.channels.preview')}</p>
          <blockquote lang={wordsLang(locale)}>
            <p className="strong">{test.title}</p>
            {test.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {test.link && (
              <p>
                {test.link.label} {test.link.url}
              </p>
            )}
          </blockquote>
          <p>
            <Button kind="outline" icon="send">
              {t('admin.channels.test')}
            </Button>
          </p>
        </form>
      )}
    </section>
  );
}
