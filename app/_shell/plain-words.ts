import { telHref } from '../_resident/phones';
import type { Translate } from './translate';

/** `no_receipt`: the address of a receipt whose code opens nothing, mistyped or cut off. */
export type PlainTopic = 'not_found' | 'no_receipt' | 'forbidden';

export interface PlainWords {
  title: string;
  text: string;
  /** The ways onward, the likeliest first. */
  ways: { href: string; label: string }[];
}

/**
 * What a resident's page says that cannot be shown: what happened, what is kept, and where to go on. `phone`: the
 * community's, null where none is known.
 */
export function plainWords(topic: PlainTopic, t: Translate, phone: string | null): PlainWords {
  const home = { href: '/', label: t('error.home') };
  const track = { href: '/t', label: t('nav.track') };
  const call = phone ? [{ href: telHref(phone), label: t('home.call_number', { phone }) }] : [];
  const ways = {
    not_found: [home, track],
    no_receipt: [track, { href: '/mine', label: t('nav.mine') }, ...call],
    forbidden: [home, { href: '/login', label: t('work.forbidden.other_account') }],
  };
  return { title: t(`error.${topic}.title`), text: t(`error.${topic}.text`), ways: ways[topic] };
}
