import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { signInBrowser } from '../support/page-forms';
import { call, servedBuild, signIn } from '../support/server';

const served = servedBuild();
const base = () => served().server.base;
const community = '320371003208';
const place = { areaCode: '320371003208005-05' };

interface Asked {
  code: string;
  queryCode: string;
  pin?: string;
}

let tokens: Record<'shuji' | 'limin', string>;
const api = async (path: string, body: Record<string, unknown>, token?: string) => {
  const { status, json, text } = await call(base(), 'POST', path, { clientId: newId(), ...body }, token);
  if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
  return json;
};
/** What a household asks for, without an account. */
const asked = async (item: string, words: string, phone: string) =>
  (await api('/orders', { item, words, place, contact: { phone } })) as unknown as Asked;

const open = async (at: string, cookie = '') => {
  const answer = await fetch(base() + at, { redirect: 'manual', headers: { 'accept-language': 'zh-CN', cookie } });
  return { status: answer.status, html: await answer.text() };
};
const ordersField = (html: string) => /<textarea[^>]*name="orders"[^>]*>([^<]*)</.exec(html)?.[1]?.trim();

beforeAll(async () => {
  tokens = await signIn(base(), ['shuji', 'limin']);
});

describe('what several households bring up', () => {
  let three: Asked[];
  beforeAll(async () => {
    three = [];
    for (const n of [1, 2, 3]) three.push(await asked('0402', `花坛边想改成晾衣的地方，第${n}户`, `1000000011${n}`));
  });

  it('leads the secretary from the hub and from each order to a case or a project with their numbers', async () => {
    const cookie = await signInBrowser(base(), 'shuji');
    const numbers = three.map(({ code }) => code).join(',');
    for (const at of ['/desk/matters', `/desk/o/${three[1]?.code}`]) {
      const { html } = await open(at, cookie);
      for (const kind of ['deliberations', 'projects']) {
        expect([at, html.includes(`/desk/${kind}?open=new&amp;orders=${numbers}#open`)]).toEqual([at, true]);
      }
    }
    for (const kind of ['deliberations', 'projects']) {
      const { html } = await open(`/desk/${kind}?open=new&orders=${numbers}`, cookie);
      expect([kind, ordersField(html)?.split(/\s+/)]).toEqual([kind, three.map(({ code }) => code)]);
      expect(html).toContain('已经带来 3 件点单的编号');
    }
  });

  it('tells the desk without that right to ask the secretary, and gives no way of its own', async () => {
    const { html } = await open(`/desk/o/${three[0]?.code}`, await signInBrowser(base(), 'limin'));
    expect([
      html.includes('60 天里有 3 户'),
      html.includes('由书记提出'),
      html.includes('open=new&amp;orders'),
    ]).toEqual([true, true, false]);
  });

  it('fills in no number that is none here, and says which in words', async () => {
    const cookie = await signInBrowser(base(), 'shuji');
    const known = three[0]?.code ?? '';
    const typed = `${known.toLowerCase()}，PL20991231-0001,<b>x</b>,${known}`;
    const { html } = await open(`/desk/deliberations?open=new&orders=${encodeURIComponent(typed)}`, cookie);
    expect(ordersField(html)).toBe(known);
    expect(html).toContain('有 2 个编号在这里查不到，没有填进去：PL20991231-0001 &lt;B&gt;X&lt;/B&gt;。');
    expect(html).not.toContain('<B>X');
    const none = await open('/desk/deliberations?open=new', cookie);
    expect([ordersField(none.html), none.html.includes('查不到')]).toEqual(['', false]);
  });
});

describe('a suggestion at the desk', () => {
  it('leads to the form of its answer, and once answered to the answer', async () => {
    const cookie = await signInBrowser(base(), 'chenchen');
    for (const item of ['1403', '0603']) {
      const { code } = await asked(item, '建议在河边添几张石凳，老人走累了好歇脚。', '10000000121');
      const at = `/desk/answers/new?order=${code}`;
      expect([item, (await open(`/desk/o/${code}`, cookie)).html.includes(`href="${at}"`)]).toEqual([item, true]);
      expect((await open(at, cookie)).html).toContain(code);
      const given = await api(
        '/answers',
        {
          order: code,
          title: '河边添石凳',
          decision: 'not_adopted',
          words: '河道管理范围内不能设固定座椅。',
          reason: '河道管理规定不允许在堤上设固定物。',
          weighedBy: 'two_committees',
          weighedOn: '2024-01-10',
        },
        tokens.shuji,
      );
      const { html } = await open(`/desk/o/${code}`, cookie);
      expect([html.includes(`href="${at}"`), html.includes(`/desk/answers/${String(given.code)}`)]).toEqual([
        false,
        true,
      ]);
    }
    const repair = await asked('0802', '3号楼楼下的路灯杆歪了。', '10000000122');
    expect((await open(`/desk/o/${repair.code}`, cookie)).html).not.toContain('/desk/answers/new');
  });
});

describe('the order of somebody without an account', () => {
  it('names the case and the project that it led to once they are public, and nothing else of them', async () => {
    const own = await asked('0803', '外面的车占着我们的车位，天天如此。', '10000000131');
    const other = await asked('0803', '别的车停在消防通道上。', '10000000132');
    const look = async () => (await open(`/t/${own.queryCode}`)).html;
    const orders = [own.code, other.code];
    let now = await api(
      '/deliberations',
      { community, title: '规范小区停车', motive: 'proposed_by_residents', orders },
      tokens.shuji,
    );
    const code = String(now.code);
    expect(await look()).not.toContain(code);
    const act = async (action: string, body: Record<string, unknown> = {}) => {
      const at = `/deliberations/${code}/actions/${action}`;
      now = await api(at, { version: now.version, ...body }, tokens.shuji);
    };
    await act('state-basis', { basis: 'not_shared' });
    const { json } = await call(base(), 'GET', `/deliberations/${code}`, undefined, tokens.shuji);
    const heldAt = new Date(Date.parse(String(json.openedAt)) + 1500).toISOString();
    await act('convene', { body: 'party_committee', heldAt, place: '党群服务中心三楼' });
    await act('enter-roll', { seats: ['名册上的甲', '名册上的乙'].map((name) => ({ name })) });
    await act('freeze-roll');
    await act('attend', { present: 2 });
    await new Promise((done) => setTimeout(done, 1600));
    await act('open-vote');
    await act('count', { way: 'hands', yes: 2, no: 0, abstain: 0 });
    await act('close-vote');
    const project = await api(
      '/projects',
      {
        community,
        title: '停车位划线',
        words: '把四个小区的车位重新划线。',
        place: 'C区',
        budgetFen: 100_000,
        fundings: ['collective'],
        dueOn: '2024-12-31',
        orders,
      },
      tokens.shuji,
    );
    const html = await look();
    for (const one of [code, String(project.code)]) expect(html).toContain(`href="/board/${one}"`);
    for (const told of ['规范小区停车', '停车位划线']) expect(html).toContain(told);
    for (const secret of [other.code, other.queryCode, '消防通道', '名册上的', '党群服务中心三楼', '/desk/']) {
      expect([secret, html.includes(secret)]).toEqual([secret, false]);
    }
    for (const one of [code, String(project.code)]) expect((await open(`/board/${one}`)).status).toBe(200);
  });
});
