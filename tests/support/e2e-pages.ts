import type { Page } from '@playwright/test';
import {
  callOpened,
  callRefused,
  lampTapped,
  letterRefused,
  letterSent,
  type Opening,
  phoneCodeAsked,
  placeSaid,
  queryCodeIn,
  refusedAsk,
  refusedEmpty,
  refusedNew,
  rowsTicked,
  slipWithCode,
  unfolded,
  verdictHeld,
  verdictTakenBack,
  wordsSaid,
  wordsTyped,
  wrongPassword,
} from './e2e-states';

/** A page of the product, who looks at it, and where; `from` is the list from whose first link of that kind it is opened. */
export interface Stop {
  name: string;
  as?: string;
  /** A path, or how to find one on the page of a list. */
  path: string;
  /** The first link of `path` whose address begins like this is the page that is meant; `after` is added to it. */
  first?: string;
  after?: string;
  /** Only the links of this part of the list. */
  within?: string;
  /** What is done there before it is looked at, and after. */
  opening?: Opening;
  closing?: Opening;
  /** A paper to print: no frame around it. */
  isPaper?: boolean;
  /** Each look writes something, so one is enough. */
  once?: boolean;
  /** The form is one page in standard size only; in the larger sizes it is opened and nothing more. */
  onePage?: boolean;
}

/** The rows of the view that was asked for: emergencies stand above those of every view. */
const belowUrgent = ':not(.queue-urgent) > .rows';

/**
 * Every page of every role. `CODE` is the query code of an order that the test itself reported, `CODE(status)` that of
 * one of the demo community in that state.
 */
export const stops: Stop[] = [
  { name: 'home', path: '/' },
  { name: 'report', path: '/report' },
  { name: 'report, being written', path: '/report', opening: wordsTyped, onePage: true },
  { name: 'report, refused', path: '/report', opening: refusedEmpty, onePage: true },
  { name: 'report at a slip', path: '/report?point=PL-C05' },
  { name: 'report, second step', path: '/report?step=2', opening: lampTapped },
  { name: 'report, third step', path: '/report?step=3', opening: placeSaid },
  { name: 'report, last step', path: '/report?step=4', opening: wordsSaid },
  { name: 'receipt', path: '/report/done/CODE' },
  { name: 'own orders', path: '/mine' },
  { name: 'me', path: '/me' },
  { name: 'look-up', path: '/t' },
  { name: 'track', path: '/t/CODE' },
  { name: 'supplement', path: '/t/CODE/supplement' },
  { name: 'amend', path: '/t/CODE/amend' },
  { name: 'withdraw', path: '/t/CODE/withdraw' },
  { name: 'supplement, refused', path: '/t/CODE/supplement', opening: refusedEmpty },
  { name: 'rate, not yet', path: '/t/CODE/rate' },
  { name: 'track, finished', path: '/t/CODE(awaiting_rating)' },
  { name: 'rate', path: '/t/CODE(awaiting_rating)/rate' },
  { name: 'rate, answered', path: '/t/CODE(awaiting_rating)/rate?solved=no' },
  { name: 'reopen', path: '/t/CODE(awaiting_rating)/reopen' },
  { name: 'track, closed', path: '/t/CODE(closed)' },
  { name: 'track, asked back', path: '/t/CODE(need_info)' },
  { name: 'answer', path: '/t/CODE(need_info)/supplement' },
  { name: 'track, declined', path: '/t/CODE(declined)' },
  { name: 'appeal', path: '/t/CODE(declined)/appeal' },
  { name: 'look-up, refused', path: '/t', opening: refusedEmpty },
  { name: 'sign in', path: '/login' },
  { name: 'sign in, code asked', path: '/login', opening: phoneCodeAsked },
  { name: 'sign in, refused', path: '/login', opening: wrongPassword },
  { name: 'slip on a wall', path: '/q/PL-C05' },
  { name: 'slip on a wall that is not known', path: '/q/NOSUCHPOINT' },
  { name: 'grid worker, to choose', path: '/grid' },
  { name: 'grid worker', path: '/grid?point=PL-C05' },
  { name: 'grid worker, elsewhere', path: '/grid?area=outside' },
  { name: 'closed cases', path: '/cases' },
  { name: 'closed cases, none', path: '/cases?month=2020-01' },
  { name: 'monthly report', path: '/stats' },
  { name: 'monthly report, none', path: '/stats?month=2020-01' },
  { name: 'monthly report on paper', path: '/stats/print', isPaper: true },
  { name: 'project', path: '/board/PL-BS-2024-001' },
  { name: 'project, late', path: '/board/PL-BS-2023-009' },
  { name: 'mediation, none', as: 'limin', path: '/mediation' },
  { name: 'mediation, ended', as: 'shuji', path: '/mediation?view=ended' },
  { name: 'mediation, to be performed', as: 'shuji', path: '/mediation?view=settled' },
  { name: 'mediation', as: 'shuji', path: '/mediation', first: '/mediation/PL-TJ' },
  { name: 'mediation, settled', as: 'xuwende', path: '/mediation?view=ended', first: '/mediation/PL-TJ' },
  { name: 'mediation, sheet', as: 'shuji', path: '/mediation/PL-TJ-2023-001/sheet', isPaper: true },
  { name: 'mediation, new', as: 'shuji', path: '/mediation/new' },
  { name: 'mediation, legal duty', as: 'shuji', path: '/mediation/duty' },
  { name: 'letters', as: 'limin', path: '/letters' },
  { name: 'letters, late', as: 'limin', path: '/letters?view=late' },
  { name: 'letter, new', as: 'limin', path: '/letters/new' },
  { name: 'letter, refused', as: 'limin', path: '/letters/new', opening: letterRefused },
  { name: 'letter', as: 'limin', path: '/letters/new', opening: letterSent },
  { name: 'letter, sheet', as: 'limin', path: '/letters', first: '/letters/PL-LX', after: '/sheet', isPaper: true },
  { name: 'letter, minutes', as: 'limin', path: '/letters', first: '/letters/PL-LX', after: '/minutes', isPaper: true },
  { name: 'letters of a unit', as: 'fangmin', path: '/letters?view=mine' },
  { name: 'letter of a unit', as: 'fangmin', path: '/letters', first: '/letters/PL-LX', opening: unfolded },
  { name: 'board', path: '/board' },
  { name: 'board, deliberations', path: '/board?tab=deliberation' },
  { name: 'board, projects', path: '/board?tab=project' },
  { name: 'board, answers', path: '/board?tab=answer' },
  { name: 'board, rounds', path: '/board?tab=round' },
  { name: 'answer with a date', path: '/board/PL-DF-2023-001' },
  { name: 'opinion round, open', path: '/board/PL-YJ-2024-001' },
  { name: 'opinion round, published', path: '/board/PL-YJ-2023-001' },
  { name: 'opinion', path: '/board/PL-YJ-2024-001/opinion' },
  { name: 'opinion, refused', path: '/board/PL-YJ-2024-001/opinion', opening: refusedEmpty },
  { name: 'matter on notice', path: '/board', first: '/board/PL-YS', opening: unfolded },
  { name: 'matter carried out', path: '/board/PL-YS-2023-001', opening: unfolded },
  { name: 'comment', path: '/board', first: '/board/PL-YS', after: '/comment' },
  { name: 'comment, refused', path: '/board', first: '/board/PL-YS', after: '/comment', opening: refusedEmpty },
  { name: 'comment, closed', path: '/board/PL-YS-2023-001/comment' },
  { name: 'matter that is not there', path: '/board/PL-YS-2023-999' },
  { name: 'matter on paper', path: '/board/PL-YS-2023-001/print', isPaper: true },
  { name: 'help', path: '/help' },
  { name: 'accessibility', path: '/a11y' },
  { name: 'privacy', path: '/privacy' },
  { name: 'no network', path: '/offline' },
  { name: 'vote, none open', as: 'wangguilan', path: '/board/PL-YS-2023-001/vote' },
  { name: 'display', path: '/settings/display' },
  { name: 'not found', path: '/no-such-page' },
  { name: 'me, staff', as: 'fangmin', path: '/me' },
  { name: 'own password', as: 'fangmin', path: '/password' },
  { name: 'pool', as: 'liuyang', path: '/volunteer' },
  { name: 'tasks', as: 'liuyang', path: '/volunteer/tasks' },
  { name: 'own service', as: 'liuyang', path: '/volunteer/me' },
  { name: 'pool, near first', as: 'liuyang', path: '/volunteer?sort=near' },
  { name: 'task', as: 'liuyang', path: '/volunteer/tasks', first: '/volunteer/t/', opening: unfolded },
  { name: 'task, finish', as: 'liuyang', path: '/volunteer/tasks', first: '/volunteer/t/', after: '/finish' },
  { name: 'task that was taken', as: 'liuyang', path: '/volunteer/t/PL20240110-0002' },
  { name: 'own orders, signed in', as: 'wangguilan', path: '/mine' },
  { name: 'own order, signed in', as: 'wangguilan', path: '/mine', first: '/t/' },
  { name: 'me, signed in', as: 'wangguilan', path: '/me' },
  { name: 'report for a neighbour', as: 'sunxiuying', path: '/report/neighbour', opening: unfolded },
  { name: 'to sign', as: 'fangmin', path: '/handle' },
  { name: 'to sign, on patrol', as: 'zhaoqiang', path: '/handle' },
  { name: 'report from patrol', as: 'zhaoqiang', path: '/handle/patrol', opening: unfolded },
  { name: 'report for a resident', as: 'zhaoqiang', path: '/handle/told', opening: unfolded },
  { name: 'report for a resident, refused', as: 'zhaoqiang', path: '/handle/told', opening: refusedNew },
  { name: 'order to sign', as: 'fangmin', path: '/handle', first: '/handle/o/' },
  { name: 'handling', as: 'fangmin', path: '/handle/tasks' },
  { name: 'order in hand', as: 'zhaoqiang', path: '/handle/tasks', first: '/handle/o/', opening: unfolded },
  { name: 'finish', as: 'zhaoqiang', path: '/handle/tasks', first: '/handle/o/', after: '/finish' },
  {
    name: 'finish, refused',
    as: 'zhaoqiang',
    path: '/handle/tasks',
    first: '/handle/o/',
    after: '/finish',
    opening: refusedEmpty,
  },
  { name: 'handling, nothing', as: 'xuwende', path: '/handle/tasks' },
  { name: 'forbidden', as: 'liuyang', path: '/handle' },
  { name: 'to verify', as: 'zhengshucheng', path: '/verify' },
  { name: 'order to verify', as: 'zhengshucheng', path: '/verify', first: '/verify/o/', opening: unfolded },
  {
    name: 'verdict held',
    as: 'zhengshucheng',
    path: '/verify',
    first: '/verify/o/',
    opening: verdictHeld,
    closing: verdictTakenBack,
  },
  {
    name: 'order of one’s own family',
    as: 'zhengshucheng',
    path: '/verify',
    first: '/verify/o/',
    within: 'main > section',
  },
  { name: 'verified', as: 'zhengshucheng', path: '/verify/log' },
  { name: 'queue', as: 'limin', path: '/desk' },
  { name: 'queue, overdue', as: 'limin', path: '/desk?view=overdue' },
  { name: 'own views of the queue', as: 'limin', path: '/desk/views' },
  { name: 'queue, to call back', as: 'limin', path: '/desk?view=to_call_back' },
  { name: 'queue, nothing found', as: 'limin', path: '/desk?q=没有这样的事' },
  {
    name: 'order at the desk',
    as: 'limin',
    path: '/desk?view=to_dispatch',
    first: '/desk/o/',
    opening: unfolded,
  },
  {
    name: 'order at the desk, refused',
    as: 'limin',
    path: '/desk?view=to_dispatch',
    first: '/desk/o/',
    within: belowUrgent,
    opening: refusedAsk,
  },
  {
    name: 'order at the desk, closed',
    as: 'limin',
    path: '/desk?view=all&status=closed',
    first: '/desk/o/',
    within: belowUrgent,
  },
  { name: 'call-back', as: 'limin', path: '/desk?view=to_call_back', opening: callOpened },
  { name: 'call-back, refused', as: 'limin', path: '/desk?view=to_call_back', opening: callRefused },
  { name: 'history', as: 'limin', path: '/desk?view=to_dispatch', first: '/desk/o/', after: '/history' },
  { name: 'oversight', as: 'dujuan', path: '/oversight' },
  { name: 'notice to send', as: 'dujuan', path: '/oversight', first: '/oversight/urge/', opening: unfolded },
  { name: 'notices', as: 'limin', path: '/desk/supervisions?state=all' },
  { name: 'notice', as: 'limin', path: '/desk/supervisions?state=all', first: '/desk/supervisions/' },
  {
    name: 'notice on paper',
    as: 'limin',
    path: '/desk/supervisions?state=all',
    first: '/desk/supervisions/',
    after: '/print',
    isPaper: true,
  },
  { name: 'unowned orders', as: 'limin', path: '/desk/unowned' },
  { name: 'administration', as: 'admin', path: '/admin' },
  { name: 'accounts', as: 'admin', path: '/admin/accounts' },
  { name: 'account', as: 'admin', path: '/admin/accounts/limin' },
  { name: 'keys', as: 'admin', path: '/admin/keys' },
  { name: 'calendar', as: 'admin', path: '/admin/calendar' },
  { name: 'settings', as: 'admin', path: '/admin/settings' },
  { name: 'channels', as: 'admin', path: '/admin/channels' },
  { name: 'messages that failed', as: 'admin', path: '/admin/outbox' },
  { name: 'audit', as: 'auditor', path: '/admin/audit' },
  { name: 'sheets to print', as: 'limin', path: '/desk/qr' },
  { name: 'sheets', as: 'limin', path: '/desk/qr/print?g=320371003208-D', isPaper: true },
  { name: 'routing rules', as: 'limin', path: '/desk/routing' },
  { name: 'routing rule, new', as: 'shuji', path: '/desk/routing/new', opening: unfolded },
  { name: 'matters at the desk', as: 'shuji', path: '/desk/matters' },
  { name: 'deliberations at the desk', as: 'shuji', path: '/desk/deliberations?open=new' },
  {
    name: 'deliberation at the desk',
    as: 'shuji',
    path: '/desk/deliberations',
    first: '/desk/deliberations/PL-YS',
    opening: unfolded,
  },
  { name: 'deliberation carried out, at the desk', as: 'chenchen', path: '/desk/deliberations/PL-YS-2023-001' },
  { name: 'record of a deliberation', as: 'shuji', path: '/desk/deliberations/PL-YS-2023-001/sheets/3', isPaper: true },
  { name: 'projects at the desk', as: 'shuji', path: '/desk/projects', opening: unfolded },
  { name: 'project at the desk', as: 'shuji', path: '/desk/projects/PL-BS-2024-001', opening: unfolded },
  { name: 'answers at the desk', as: 'shuji', path: '/desk/answers', opening: unfolded },
  { name: 'answer at the desk', as: 'shuji', path: '/desk/answers/PL-DF-2023-001', opening: unfolded },
  { name: 'answer, new', as: 'shuji', path: '/desk/answers/new' },
  { name: 'rounds at the desk', as: 'shuji', path: '/desk/rounds', opening: unfolded },
  { name: 'round at the desk', as: 'shuji', path: '/desk/rounds/PL-YJ-2024-001', opening: unfolded },
  { name: 'dispatch together', as: 'limin', path: '/desk?view=to_dispatch', opening: rowsTicked },
  { name: 'proxy entry', as: 'chenchen', path: '/desk/new', opening: unfolded },
  { name: 'proxy entry, refused', as: 'chenchen', path: '/desk/new', opening: refusedNew },
  {
    name: 'slip, code gone',
    as: 'chenchen',
    path: '/desk?view=typed_by_me',
    first: '/desk/o/',
    after: 'SLIP',
    isPaper: true,
  },
  { name: 'slip', as: 'chenchen', path: '/desk/new', opening: slipWithCode, isPaper: true, once: true },
];

/** Goes to a stop and does there what belongs to it. @returns false when its list has nothing to open in this database */
export async function goTo(page: Page, stop: Stop, queryCode: string): Promise<boolean> {
  const address = stop.path
    .replace(/CODE\((\w+)\)/, (_, status: string) => queryCodeIn(status))
    .replace('CODE', queryCode);
  const found = await page.goto(address);
  if (found === null) throw new Error(`${stop.name} did not answer`);
  if (stop.first) {
    const part = stop.within ? page.locator(stop.within) : page.getByRole('main');
    const link = part.locator(`a[href^="${stop.first}"]`).first();
    const href = (await link.count()) > 0 ? await link.getAttribute('href') : null;
    if (!href) return false;
    const base = href.split(/[?#]/)[0] ?? href;
    await page.goto(stop.after === 'SLIP' ? base.replace('/desk/o/', '/desk/slip/') : base + (stop.after ?? ''));
  }
  const isStandard = (await page.locator('html').getAttribute('data-mode')) === 'standard';
  if (!stop.onePage || isStandard) await stop.opening?.(page);
  return true;
}
