import type { ReactNode } from 'react';
import { liteResponse, renderLite } from '@/components/lite/document';
import { QrCode } from '@/components/qr-code';
import { formatWhen } from '../_order/when';
import { siteOrigin } from '../_resident/site-origin';
import { demoRibbon } from '../_shell/demo';

import type { Reader } from '../_track/viewer';
import type { PublicContext } from './board-kind';
import { documentCss, paperCss } from './document-css';

/** A sheet for the wall, on A4: how to print it, the document, and the code that leads to `path`. */
export async function paperSheet(
  ctx: PublicContext,
  reader: Reader,
  sheet: { title: string; path: string; scan: string; css?: string; nonce: string | null; children: ReactNode },
): Promise<Response> {
  const { t, locale } = reader;
  const [ribbon, origin] = await Promise.all([demoRibbon(ctx, t, locale), siteOrigin()]);
  const address = `${origin}${sheet.path}`;
  const body = (
    <>
      <nav className="paper-tools no-print" aria-label={t('nav.label')}>
        <b>{t('board.print.how')}</b>
        <a href={sheet.path}>{t('board.print.back')}</a>
      </nav>
      <main id="main" className="paper">
        {ribbon}
        {sheet.children}
        <div className="paper-foot">
          <QrCode text={address} label={t('board.print.qr')} className="paper-qr" />
          <div>
            <p className="strong">{sheet.scan}</p>
            <p className="small">{address}</p>
            <p className="small">{t('board.print.made', { when: formatWhen(ctx.now(), null, locale) })}</p>
          </div>
        </div>
      </main>
    </>
  );
  const html = await renderLite({
    lang: locale,
    mode: 'standard',
    title: sheet.title,
    skip: t('common.skip'),
    nonce: sheet.nonce ?? undefined,
    paper: true,
    css: documentCss + paperCss + (sheet.css ?? ''),
    body,
  });
  return liteResponse(html);
}
