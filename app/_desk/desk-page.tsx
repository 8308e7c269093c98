import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { type DeskLink, DeskShell } from '@/components/desk-shell';
import { Icon } from '@/components/icon';
import { ModeChips } from '@/components/mode-chips';
import type { Locale } from '@/components/preferences';
import { type Ability, abilitiesOf } from '@/lib/people/policy';
import { sheetAreas } from '@/lib/places/policy';
import { getArea } from '@/lib/places/queries/get-area';
import type { StaffContext } from '../_shell/enter';
import { languageChoice } from '../_shell/mode-choices';
import { rowName } from '../_shell/names';
import { readPreferences } from '../_shell/read-preferences';
import { typesForOthers } from './new/proxy-channels';
import { workAreas } from './own-work';

/** Every screen of staff that a desktop shows, and who has a link to it. */
const screens: { href: string; label: string; abilities: Ability[] }[] = [
  { href: '/desk', label: 'nav.desk', abilities: ['dispatch'] },
  { href: '/desk/new', label: 'nav.new_order', abilities: ['dispatch'] },
  { href: '/desk/matters', label: 'nav.matters', abilities: ['dispatch'] },
  { href: '/desk/routing', label: 'nav.routing', abilities: ['dispatch', 'manage_accounts'] },
  { href: '/desk/supervisions', label: 'supervision.nav.list', abilities: ['dispatch', 'oversee'] },
  { href: '/desk/unowned', label: 'supervision.nav.unowned', abilities: ['dispatch'] },
  { href: '/oversight', label: 'supervision.oversight.nav', abilities: ['oversee'] },
  { href: '/desk/qr', label: 'sheets.nav', abilities: ['dispatch'] },
  { href: '/handle', label: 'nav.handling', abilities: ['handle'] },
  { href: '/verify', label: 'nav.to_verify', abilities: ['verify'] },
  { href: '/admin', label: 'nav.admin', abilities: ['manage_accounts', 'manage_memberships', 'read_audit'] },
];

/** The community or street that this person's desk stands for. */
async function placeOf(ctx: StaffContext, locale: Locale): Promise<string | null> {
  const [code] = workAreas(ctx.actor);
  return code ? rowName(locale, await getArea(ctx, { code })) : null;
}

/** The frame of desk and administration. `current` is the address of the screen that the page belongs to. */
export async function DeskPage(props: { ctx: StaffContext; current: string; returnTo: string; children: ReactNode }) {
  const [t, { locale }] = await Promise.all([getTranslations(), readPreferences()]);
  const own = abilitiesOf(props.ctx.actor);
  const place = await placeOf(props.ctx, locale);
  const links: DeskLink[] = screens
    .filter((screen) => screen.abilities.some((ability) => own.includes(ability)))
    .filter((screen) => screen.href !== '/desk/new' || typesForOthers(props.ctx.actor))
    .filter((screen) => screen.href !== '/desk/qr' || sheetAreas(props.ctx.actor).length > 0)
    .map(({ href, label }) => ({ href, label: t(label), current: href === props.current }));
  return (
    <DeskShell
      brand={{ href: links[0]?.href ?? '/', label: place ? t('desk.brand_of', { place }) : t('desk.brand') }}
      navLabel={t('nav.label')}
      links={links}
      side={
        <>
          {own.includes('dispatch') && (
            <search>
              <form action="/desk" className="desk-search">
                <Icon name="search" />
                <input
                  type="search"
                  name="q"
                  maxLength={60}
                  aria-label={t('desk.search')}
                  placeholder={t('desk.search')}
                />
              </form>
            </search>
          )}
          <ModeChips choices={[languageChoice(locale)]} returnTo={props.returnTo} />
          <form method="post" action="/login/out">
            <button type="submit" className="mode-chip">
              {t('desk.sign_out', { name: props.ctx.actor.name })}
            </button>
          </form>
        </>
      }
    >
      {props.children}
    </DeskShell>
  );
}
