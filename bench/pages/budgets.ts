/** What a page may bring along, and how soon it must be there and answer, on the phone and the line of `phone.ts`. */
export interface Budget {
  /** Kilobytes (1000) gzipped. A style inside the page counts as CSS too. */
  html: number;
  js: number;
  css: number;
  /** Milliseconds until the largest piece of the first screen is painted. */
  lcp: number;
  /** Milliseconds for which a tap would have waited while the page loaded; null: not bounded. */
  tbt: number | null;
  /** Milliseconds from the worst press to the next picture. */
  inp: number | null;
  /** How far things jump, as a share of the screen. */
  cls: number;
}

/**
 * By the tier of a page. T0: plain HTML with its style inline; T1: the other pages of residents; T2: volunteers, handlers
 * and verifiers; T3: the desk and the administration.
 */
export const budgets = {
  T0: { html: 10, js: 0, css: 6, lcp: 900, tbt: 0, inp: null, cls: 0 },
  T1: { html: 16, js: 160, css: 12, lcp: 1200, tbt: 300, inp: 200, cls: 0.02 },
  T2: { html: 20, js: 185, css: 14, lcp: 1500, tbt: 350, inp: 200, cls: 0.05 },
  T3: { html: 60, js: 300, css: 20, lcp: 2000, tbt: null, inp: 200, cls: 0.05 },
} satisfies Record<string, Budget>;

export type Tier = keyof typeof budgets;
export type Weight = Pick<Budget, 'html' | 'js' | 'css'>;

export const kilobytes = (bytes: number): number => Math.round(bytes / 100) / 10;
