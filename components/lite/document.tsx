import type { ReactNode } from 'react';
import type { Locale, Mode } from '../preferences';
import { liteCss } from './lite-css';

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

export interface LiteDocument {
  lang: Locale;
  mode: Mode;
  title: string;
  /** Words of the skip link; it leads to `#main`, which `LitePage` has. */
  skip: string;
  body: ReactNode;
  /** Nonce of the content security policy for the one inline sheet, and the script where there is one. */
  nonce?: string;
  /** Path of the one small script of a form that keeps what is typed; the page is whole without it. */
  script?: string;
  /** Papers to print: no skip link, white ground. */
  paper?: boolean;
  /** Rules of this page alone, such as `@page { size: A5 }`; they follow the common sheet. */
  css?: string;
}

/**
 * A whole page without any script but the one it names: one request, the sheet inlined. For route handlers (tracking, offline, print). All
 * components of this folder's parent work in `body` but the async ones and `BeforeAfter`, which needs the browser.
 * The renderer is imported when called, because a route handler may not import it at the top.
 */
export async function renderLite(page: LiteDocument): Promise<string> {
  const { renderToStaticMarkup } = await import('react-dom/server');
  const nonce = page.nonce ? ` nonce="${escapeHtml(page.nonce)}"` : '';
  const script = page.script ? `<script src="${escapeHtml(page.script)}" defer${nonce}></script>` : '';
  const skip = page.paper ? '' : `<a class="skip" href="#main">${escapeHtml(page.skip)}</a>`;
  return [
    `<!doctype html><html lang="${page.lang}" data-mode="${page.mode}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width,initial-scale=1,viewport-fit=cover">',
    '<meta name="format-detection" content="telephone=no"><meta name="theme-color" content="#0b4b48">',
    `<title>${escapeHtml(page.title)}</title><link rel="icon" href="/favicon.ico" sizes="32x32">`,
    `<link rel="icon" href="/icon.svg" type="image/svg+xml"><style${nonce}>${liteCss}${page.css ?? ''}</style>${script}</head><body>`,
    skip,
    renderToStaticMarkup(page.body),
    '</body></html>',
  ].join('');
}

/** The answer of a route handler that serves such a page: never stored, because it shows one person's order. */
export function liteResponse(html: string, status = 200): Response {
  return new Response(html, {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' },
  });
}
