import { liteResponse, renderLite } from '@/components/lite/document';
import { QrCode } from '@/components/qr-code';
import { formatWhen } from '../_order/when';
import { siteOrigin } from '../_resident/site-origin';
import { demoRibbon } from '../_shell/demo';
import { nameIn } from '../_shell/names';
import type { Reader } from '../_track/viewer';
import { refusedBoard } from './board-answer';
import type { PublicContext } from './board-kind';
import { documentCss, paperCss } from './document-css';
import { kindAt } from './page-answer';
import { publicContext } from './public-context';

/** `GET /board/CODE/print`: the matter on A4 for the wall, everything unfolded, with the code that leads to it. */
export async function paperAnswer(reader: Reader, { part, nonce }: { part: string; nonce: string | null }) {
  const { t, locale } = reader;
  let ctx: PublicContext | null = null;
  try {
    ctx = await publicContext();
    const { kind, code } = kindAt(part);
    const page = await kind.open(ctx, reader, { code, medium: 'paper' });
    const [ribbon, origin] = await Promise.all([demoRibbon(ctx, t, locale), siteOrigin()]);
    const address = `${origin}/board/${code}`;
    const body = (
      <>
        <nav className="paper-tools no-print" aria-label={t('nav.label')}>
          <b>{t('board.print.how')}</b>
          <a href={`/board/${code}`}>{t('board.print.back')}</a>
        </nav>
        <main id="main" className="paper">
          {ribbon}
          {page.body}
          <div className="paper-foot">
            <QrCode text={address} label={t('board.print.qr')} className="paper-qr" />
            <div>
              <p className="strong">{t(page.takesComments ? 'board.print.scan_comment' : 'board.print.scan')}</p>
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
      title: nameIn(locale, page.title),
      skip: t('common.skip'),
      nonce: nonce ?? undefined,
      paper: true,
      css: documentCss + paperCss,
      body,
    });
    return liteResponse(html);
  } catch (error) {
    return refusedBoard(ctx, reader, error, nonce);
  }
}
