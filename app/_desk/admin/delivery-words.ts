import type { OutsideChannel } from '@/lib/channels/targets';
import { nameIn } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

type Locale = Parameters<typeof nameIn>[0];

/** A channel and whose it is: 企业微信群 · 坡里社区. */
export function channelName(
  { channel, area }: { channel: OutsideChannel; area: { zh: string; en: string } | null },
  locale: Locale,
  t: Translate,
): string {
  const name = t(`admin.channels.name.${channel}`);
  return area ? t('admin.channels.of_area', { name, area: nameIn(locale, area) }) : name;
}

const kinds = ['http', 'code', 'smtp', 'timeout', 'unreachable', 'off', 'nobody'] as const;

/** Why a message was not taken, in words; what no channel said is a fault inside. */
export function failureWords(why: string, t: Translate): string {
  const [kind = '', value = ''] = why.split(' ');
  const known = kinds.find((one) => one === kind);
  return known ? t(`admin.channels.why.${known}`, { value }) : t('admin.channels.why.inside');
}
