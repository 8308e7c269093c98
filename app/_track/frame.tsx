import type { ReactNode } from 'react';
import { LitePage } from '@/components/lite/lite-page';
import type { Context } from '@/lib/kernel/context';
import { getSetting } from '@/lib/settings/queries/get-setting';
import { demoRibbon } from '../_shell/demo';
import { footLinks } from '../_shell/foot-links';
import { languageChoice, sizeChoices } from '../_shell/mode-choices';
import type { Reader } from './viewer';

/** The community's telephone, else the city's hotline; a number that a thumb can press. */
export async function communityPhone(ctx: Context): Promise<string> {
  return (await getSetting(ctx, 'phones.community')) ?? (await getSetting(ctx, 'phones.hotline')) ?? '12345';
}

interface FramedPage {
  back: { href: string; label: string };
  returnTo: string;
  actions?: ReactNode;
  children: ReactNode;
}

/** The frame of every page here: ribbon, way back, foot with telephone, size and language. `ctx` null: no database. */
export async function trackFrame(ctx: Context | null, { t, locale, mode }: Reader, page: FramedPage) {
  const [ribbon, phone] = ctx
    ? await Promise.all([demoRibbon(ctx, t, locale), communityPhone(ctx)])
    : ([null, '12345'] as const);
  return (
    <LitePage
      ribbon={ribbon}
      back={page.back}
      returnTo={page.returnTo}
      actions={page.actions ? { label: t('common.actions'), buttons: page.actions } : undefined}
      choices={[...sizeChoices(t, mode), languageChoice(locale)]}
      footer={{
        links: [{ href: `tel:${phone}`, label: t('track.call', { phone }), icon: 'phone' }, ...footLinks(t)],
        lines: [t('nav.owner')],
      }}
    >
      {page.children}
    </LitePage>
  );
}
