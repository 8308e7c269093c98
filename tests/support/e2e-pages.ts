import type { Page } from '@playwright/test';

/** A page of the product, who looks at it, and where; `from` is the list from whose first link of that kind it is opened. */
export interface Stop {
  name: string;
  as?: string;
  /** A path, or how to find one on the page of a list. */
  path: string;
  /** The first link of `path` whose address begins like this is the page that is meant; `after` is added to it. */
  first?: string;
  after?: string;
}

/** Every page of every role. `CODE` is the query code of an order that the test itself reported. */
export const stops: Stop[] = [
  { name: 'home', path: '/' },
  { name: 'report', path: '/report' },
  { name: 'report, second step', path: '/report?step=2' },
  { name: 'report, third step', path: '/report?step=3' },
  { name: 'report, last step', path: '/report?step=4' },
  { name: 'receipt', path: '/report/done/CODE' },
  { name: 'own orders', path: '/mine' },
  { name: 'me', path: '/me' },
  { name: 'look-up', path: '/t' },
  { name: 'track', path: '/t/CODE' },
  { name: 'supplement', path: '/t/CODE/supplement' },
  { name: 'amend', path: '/t/CODE/amend' },
  { name: 'withdraw', path: '/t/CODE/withdraw' },
  { name: 'rate, not yet', path: '/t/CODE/rate' },
  { name: 'sign in', path: '/login' },
  { name: 'slip on a wall that is not known', path: '/q/NOSUCHPOINT' },
  { name: 'grid worker, to choose', path: '/grid' },
  { name: 'grid worker', path: '/grid?point=PL-C05' },
  { name: 'grid worker, elsewhere', path: '/grid?area=outside' },
  { name: 'closed cases', path: '/cases' },
  { name: 'closed cases, none', path: '/cases?month=2020-01' },
  { name: 'help', path: '/help' },
  { name: 'accessibility', path: '/a11y' },
  { name: 'privacy', path: '/privacy' },
  { name: 'no network', path: '/offline' },
  { name: 'display', path: '/settings/display' },
  { name: 'not found', path: '/no-such-page' },
  { name: 'me, staff', as: 'fangmin', path: '/me' },
  { name: 'own password', as: 'fangmin', path: '/password' },
  { name: 'pool', as: 'liuyang', path: '/volunteer' },
  { name: 'tasks', as: 'liuyang', path: '/volunteer/tasks' },
  { name: 'own service', as: 'liuyang', path: '/volunteer/me' },
  { name: 'task', as: 'liuyang', path: '/volunteer/tasks', first: '/volunteer/t/' },
  { name: 'to sign', as: 'fangmin', path: '/handle' },
  { name: 'order to sign', as: 'fangmin', path: '/handle', first: '/handle/o/' },
  { name: 'handling', as: 'fangmin', path: '/handle/tasks' },
  { name: 'order in hand', as: 'zhaoqiang', path: '/handle/tasks', first: '/handle/o/' },
  { name: 'finish', as: 'zhaoqiang', path: '/handle/tasks', first: '/handle/o/', after: '/finish' },
  { name: 'forbidden', as: 'liuyang', path: '/handle' },
  { name: 'to verify', as: 'zhengshucheng', path: '/verify' },
  { name: 'order to verify', as: 'zhengshucheng', path: '/verify', first: '/verify/o/' },
  { name: 'verified', as: 'zhengshucheng', path: '/verify/log' },
  { name: 'queue', as: 'limin', path: '/desk' },
  { name: 'queue, overdue', as: 'limin', path: '/desk?view=overdue' },
  { name: 'order at the desk', as: 'limin', path: '/desk?view=to_dispatch', first: '/desk/o/' },
  { name: 'history', as: 'limin', path: '/desk?view=to_dispatch', first: '/desk/o/', after: '/history' },
  { name: 'administration', as: 'admin', path: '/admin' },
  { name: 'sheets to print', as: 'limin', path: '/desk/qr' },
  { name: 'sheets', as: 'limin', path: '/desk/qr/print?g=320371003208-D' },
  { name: 'proxy entry', as: 'chenchen', path: '/desk/new' },
  { name: 'slip, code gone', as: 'chenchen', path: '/desk?view=typed_by_me', first: '/desk/o/', after: 'SLIP' },
];

/** Goes to a stop. @returns false when its list has nothing to open in this database */
export async function goTo(page: Page, stop: Stop, queryCode: string): Promise<boolean> {
  const found = await page.goto(stop.path.replace('CODE', queryCode));
  if (found === null) throw new Error(`${stop.name} did not answer`);
  if (!stop.first) return true;
  const link = page.getByRole('main').locator(`a[href^="${stop.first}"]`).first();
  const href = (await link.count()) > 0 ? await link.getAttribute('href') : null;
  if (!href) return false;
  const base = href.split(/[?#]/)[0] ?? href;
  await page.goto(stop.after === 'SLIP' ? base.replace('/desk/o/', '/desk/slip/') : base + (stop.after ?? ''));
  return true;
}
