import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { formsOf, signInBrowser } from '../support/page-forms';
import { call, servedBuild, signIn } from '../support/server';

const served = servedBuild();
const base = () => served().server.base;
let code = '';
const at = () => `${base()}/board/${code}/vote`;

/** A case whose first vote goes on the web, with two of the demo's people on its roll. */
beforeAll(async () => {
  const { shuji } = await signIn(base(), ['shuji']);
  const post = async (path: string, body: Record<string, unknown>) => {
    const { status, json, text } = await call(base(), 'POST', path, { clientId: newId(), ...body }, shuji);
    if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
    return json as { code: string; version: number };
  };
  const community = '320371003208';
  let now = await post('/deliberations', { community, title: '河边装路灯', motive: 'proposed_by_residents' });
  code = now.code;
  const act = async (action: string, body: Record<string, unknown> = {}) => {
    now = await post(`/deliberations/${code}/actions/${action}`, { version: now.version, ...body });
  };
  await act('state-basis', { basis: 'not_shared' });
  // The served community has a clock of its own.
  const { openedAt } = (await call(base(), 'GET', `/deliberations/${code}`, undefined, shuji)).json as {
    openedAt: string;
  };
  const heldAt = new Date(Date.parse(openedAt) + 2500).toISOString();
  const votesUntil = new Date(Date.parse(heldAt) + 3_600_000).toISOString();
  await act('convene', { body: 'party_committee', heldAt, place: '党群服务中心', web: true, votesUntil });
  const seats = [
    { name: '刘洋', account: 'liuyang' },
    { name: '马丽', account: 'mali' },
  ];
  await act('enter-roll', { seats });
  await act('freeze-roll');
  await new Promise((done) => setTimeout(done, 2600));
  await act('open-vote');
}, 60_000);

const open = (cookie?: string) =>
  fetch(at(), { redirect: 'manual', headers: { 'accept-language': 'zh-CN', ...(cookie && { cookie }) } });
const cast = (cookie: string, fields: Record<string, string>) =>
  fetch(at(), {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base(), 'accept-language': 'zh-CN', cookie },
    body: new URLSearchParams(fields),
  });
const receiptIn = (html: string) => /class="number">([0-9A-Z ]{19})</.exec(html)?.[1];

describe('the ballot on the web', () => {
  it('asks who somebody is first, and is not there for who has no vote in a draft', async () => {
    const answer = await open();
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      expect.stringContaining(`/login?next=${encodeURIComponent(`/board/${code}/vote`)}`),
    ]);
    expect((await open(await signInBrowser(base(), 'zhoujianguo'))).status).toBe(404);
  });

  it('takes one vote, shows its receipt, and the same one when the form is sent again', async () => {
    const cookie = await signInBrowser(base(), 'liuyang');
    const page = await open(cookie);
    const html = await page.text();
    expect([page.status, html.includes('<script'), page.headers.get('cache-control')]).toEqual([
      200,
      false,
      expect.stringContaining('no-store'),
    ]);
    const form = formsOf(html).find(({ action }) => action === `/board/${code}/vote`);
    const fields = Object.fromEntries(form?.fields ?? []);
    const clientId = String(fields.clientId);

    const nothing = await cast(cookie, { clientId });
    expect([nothing.status, (await nothing.text()).includes('还没有投出')]).toEqual([422, true]);
    const first = await cast(cookie, { clientId, choice: 'yes' });
    const receipt = receiptIn(await first.text());
    expect([first.status, receipt]).toEqual([200, expect.stringMatching(/^[0-9A-Z]{4}( [0-9A-Z]{4}){3}$/)]);
    expect(receiptIn(await (await cast(cookie, { clientId, choice: 'yes' })).text())).toBe(receipt);

    const second = await cast(cookie, { clientId: newId(), choice: 'no' });
    expect([second.status, (await second.text()).includes('现在没有您可以投的票')]).toEqual([412, false]);
  });

  it('refuses a key that is none and a form from elsewhere, with the choice kept', async () => {
    const cookie = await signInBrowser(base(), 'mali');
    const odd = await cast(cookie, { clientId: 'x', choice: 'no' });
    expect([odd.status, /value="no"[^>]*checked|checked[^>]*value="no"/.test(await odd.text())]).toEqual([422, true]);
    const foreign = await fetch(at(), {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: 'https://elsewhere.example', cookie },
      body: new URLSearchParams({ clientId: newId(), choice: 'no' }),
    });
    expect(foreign.status).toBe(403);
  });
});
