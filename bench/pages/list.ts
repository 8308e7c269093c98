import type { APIRequestContext } from '@playwright/test';
import type { Tier } from './budgets';

/** A page that is held to the budget of its tier. */
export interface TierPage {
  tier: Tier;
  /** A path, or how a list names one; how it is shown where it holds a code. */
  path: string;
  shown?: string;
  /** Who looks at it; nobody in particular without. */
  as?: string;
  /** The first link on `path` that begins like this is the page that is meant; `after` is added to it. */
  first?: string;
  after?: string;
  /** Pressed one after the other besides what every page is pressed on (`press.ts`). */
  presses?: string[];
  /** Only weighed: it stands on the same frame as others here that are timed. */
  weighedOnly?: true;
}

/** `DONE` is the receipt of the browser that asks, `CODE` the query code of an order that waits for its rating. */
export const tierPages: TierPage[] = [
  { tier: 'T0', path: '/t/CODE' },
  { tier: 'T0', path: '/offline' },
  { tier: 'T1', path: '/' },
  { tier: 'T1', path: '/report' },
  { tier: 'T1', path: 'DONE', shown: '/report/done' },
  { tier: 'T1', path: '/mine' },
  { tier: 'T1', path: '/t' },
  { tier: 'T1', path: '/t/CODE/rate' },
  { tier: 'T1', path: '/grid?point=PL-C05', shown: '/grid' },
  { tier: 'T1', path: '/cases' },
  { tier: 'T1', path: '/board' },
  { tier: 'T1', path: '/board/PL-YS-2023-001', shown: '/board/CODE' },
  { tier: 'T1', path: '/board/PL-YS-2023-002/comment', shown: '/board/CODE/comment' },
  { tier: 'T1', path: '/board?tab=deliberation', shown: '/board, deliberations', weighedOnly: true },
  { tier: 'T1', path: '/board/PL-YS-2023-002', shown: '/board/CODE, on notice', weighedOnly: true },
  { tier: 'T1', path: '/board/PL-YS-2023-001/print', shown: '/board/CODE/print', weighedOnly: true },
  { tier: 'T1', path: '/stats' },
  { tier: 'T1', path: '/stats/print', weighedOnly: true },
  { tier: 'T1', path: '/help' },
  { tier: 'T1', path: '/me', weighedOnly: true },
  { tier: 'T1', path: '/a11y', weighedOnly: true },
  { tier: 'T1', path: '/privacy', weighedOnly: true },
  { tier: 'T1', path: '/settings/display', weighedOnly: true },
  { tier: 'T2', path: '/volunteer', as: 'liuyang' },
  { tier: 'T2', path: '/volunteer/tasks', first: '/volunteer/t/', shown: '/volunteer/t', as: 'liuyang' },
  { tier: 'T2', path: '/handle', as: 'fangmin' },
  { tier: 'T2', path: '/handle', first: '/handle/o/', shown: '/handle/o', as: 'fangmin' },
  { tier: 'T2', path: '/verify', as: 'zhengshucheng' },
  {
    tier: 'T2',
    path: '/verify',
    first: '/verify/o/',
    shown: '/verify/o',
    as: 'zhengshucheng',
    // 通过, held for ten seconds, and taken back: nothing is decided.
    presses: ['.actionbar-in [data-verdict=pass]', '.hold .btn-brown'],
  },
  { tier: 'T3', path: '/desk', as: 'limin' },
  { tier: 'T3', path: '/desk?view=to_dispatch', first: '/desk/o/', shown: '/desk/o', as: 'limin' },
  { tier: 'T3', path: '/desk/new', as: 'chenchen' },
  { tier: 'T3', path: '/admin', as: 'admin' },
];

export const nameOf = (page: TierPage): string => page.shown ?? page.path;

/** Where a page is. @throws when its list has nothing to open */
export async function pathOf(page: TierPage, request: APIRequestContext): Promise<string> {
  if (!page.first) return page.path;
  const list = await (await request.get(page.path)).text();
  const href = new RegExp(`href="(${page.first}[^"?#]+)`).exec(list)?.[1];
  if (!href) throw new Error(`${page.path} has no link to ${page.first}`);
  return href + (page.after ?? '');
}
