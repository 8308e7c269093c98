import type { ReactElement } from 'react';
import { DemoRibbon } from '@/components/demo-ribbon';
import type { Locale } from '@/components/preferences';
import type { Context } from '@/lib/kernel/context';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { formatWhen } from '../_order/when';
import type { Translate } from './translate';

/** The ribbon of a database that the demo made, with the demo's clock; null everywhere else. */
export async function demoRibbon(ctx: Context, t: Translate, locale: Locale): Promise<ReactElement | null> {
  if (!(await getSetting(ctx, 'demo'))) return null;
  const when = formatWhen(ctx.now(), null, locale);
  return <DemoRibbon words={t('common.demo.words')} clock={t('common.demo.clock', { when })} />;
}
