import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ActionBar } from '@/components/action-bar';
import { Masthead } from '@/components/masthead';
import { ModeChips } from '@/components/mode-chips';
import { SiteFooter } from '@/components/site-footer';
import { type Tab, TabBar } from '@/components/tab-bar';
import { TopBar } from '@/components/top-bar';
import { footLinks } from './foot-links';
import { headChoices, languageChoice, sizeChoices } from './mode-choices';
import { readPreferences } from './read-preferences';

interface Props {
  /** Main page: the grid header with the title as h1. `over`: the first block (class `over`) overlaps its edge. */
  masthead?: { place: ReactNode; title: ReactNode; over?: boolean };
  /** Inner page: the way back. The page writes its own h1. */
  back?: { href: string; label: ReactNode };
  aside?: ReactNode;
  tabs?: Tab[];
  /** One or two main actions at the lower edge; such a page has no tabs. */
  actions?: ReactNode;
  leanActions?: boolean;
  /** This page's own address, where `/mode` comes back to. */
  returnTo: string;
  /** Id of a form on this page that size and language carry along, because it keeps what was typed. */
  sends?: string;
  /** For pages of cards beside each other on a wide screen. */
  wide?: boolean;
  children: ReactNode;
}

/** The frame of everything that is used on a phone first: residents, volunteers, handlers, verifiers. */
export async function PhonePage(props: Props) {
  const [t, { locale, mode }] = await Promise.all([getTranslations(), readPreferences()]);
  return (
    <div className="page">
      {props.masthead && (
        <Masthead
          {...props.masthead}
          chips={<ModeChips choices={headChoices(t, mode, locale)} returnTo={props.returnTo} sends={props.sends} />}
        />
      )}
      {props.back && <TopBar back={props.back} aside={props.aside} wide={props.wide} />}
      {props.tabs && props.tabs.length > 0 && <TabBar label={t('nav.label')} tabs={props.tabs} />}
      <main id="main" tabIndex={-1} className={props.wide ? 'wrap wrap-wide main stack' : 'wrap main stack'}>
        {props.children}
      </main>
      {props.actions && (
        <ActionBar label={t('common.actions')} lean={props.leanActions}>
          {props.actions}
        </ActionBar>
      )}
      <SiteFooter
        links={[{ href: 'tel:12345', label: t('nav.hotline'), icon: 'phone' }, ...footLinks(t)]}
        chips={
          <ModeChips
            choices={[...sizeChoices(t, mode), languageChoice(locale)]}
            returnTo={props.returnTo}
            sends={props.sends}
          />
        }
        lines={[t('nav.owner')]}
      />
    </div>
  );
}
