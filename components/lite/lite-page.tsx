import type { ReactNode } from 'react';
import { ActionBar } from '../action-bar';
import { ModeChips, type ModeChoice } from '../mode-chips';
import { type FooterLink, SiteFooter } from '../site-footer';
import { TopBar } from '../top-bar';

/** The frame of a page without script: what `PhonePage` is for screens, with all texts given. */
export function LitePage(props: {
  ribbon?: ReactNode;
  back: { href: string; label: ReactNode };
  aside?: ReactNode;
  actions?: { label: string; buttons: ReactNode };
  choices: ModeChoice[];
  returnTo: string;
  footer: { links: FooterLink[]; lines: ReactNode[] };
  children: ReactNode;
}) {
  return (
    <>
      {props.ribbon}
      <div className="page">
        <TopBar back={props.back} aside={props.aside} />
        <main id="main" tabIndex={-1} className="wrap main stack">
          {props.children}
        </main>
        {props.actions && <ActionBar label={props.actions.label}>{props.actions.buttons}</ActionBar>}
        <SiteFooter {...props.footer} chips={<ModeChips choices={props.choices} returnTo={props.returnTo} />} />
      </div>
    </>
  );
}
