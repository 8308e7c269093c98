import { beforeAll, describe, expect, it } from 'vitest';
import { type Entry, entries } from '@/app/_desk/new/proxy-channels';
import { newId } from '@/lib/kernel/ids';
import { formsOf, signInBrowser } from '../support/page-forms';
import { call, servedBuild, signIn } from '../support/server';

const served = servedBuild();
const base = () => served().server.base;
const areaCode = '320371003208005-05';
let desk = '';

beforeAll(async () => {
  desk = (await signIn(base(), ['limin'])).limin;
});

/** A browser without script at one entry. */
async function at(entry: Entry, account: string) {
  const jar = new Map(
    (await signInBrowser(base(), account)).split('; ').map((one): [string, string] => [one.split('=')[0] ?? '', one]),
  );
  const ask = async (path: string, body?: FormData) => {
    const headers = { origin: base(), 'accept-language': 'zh-CN', cookie: [...jar.values()].join('; ') };
    const answer = await fetch(base() + path, { method: body ? 'POST' : 'GET', body, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const pair = set.split(';')[0] ?? '';
      jar.set(pair.split('=')[0] ?? '', pair);
    }
    return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() };
  };
  const page = async (path: string = entry.path) => ask(path);
  /** The form as a page shows it, with what is typed. */
  const send = async (html: string, typed: Record<string, string>) => {
    const form = formsOf(html).find(({ action }) => action === '/desk/new/submit');
    const shown = form?.fields.filter(([name]) => !['do', 'channel', 'naming', 'consent'].includes(name)) ?? [];
    const body = new FormData();
    const [channel = ''] = entry.channels;
    for (const [name, value] of Object.entries({ channel, ...Object.fromEntries(shown), do: 'submit', ...typed })) {
      if (name !== 'photos') body.append(name, value);
    }
    const answer = await ask('/desk/new/submit', body);
    return { ...answer, shown: answer.to ? (await ask(answer.to)).html : '' };
  };
  return { ask, page, send };
}

/** The order as the desk reads it, by the number in the address of its slip, and its code as the slip shows it. */
async function orderBehind(sent: { to: string; shown: string }) {
  const code = sent.to.replace('/desk/slip/', '');
  const queryCode = /translate="no">([0-9A-Z]{5} [0-9A-Z]{5})</.exec(sent.shown)?.[1]?.replace(' ', '') ?? '';
  const order = (await call(base(), 'GET', `/orders/${code}`, undefined, desk)).json;
  const tracked = await call(base(), 'GET', `/track/${queryCode}`);
  return { code, order, tracked: [tracked.status, tracked.json.code] };
}

const textIn = (html: string, name: string) =>
  new RegExp(`<textarea[^>]*name="${name}"[^>]*>([^<]*)<`).exec(html)?.[1]?.replaceAll('\r', '').trim();

describe('each entry', () => {
  const asked = { words: '3号楼1单元的楼道灯不亮了，老人上楼看不见。', areaCode, consent: 'yes' };

  it.each([
    ['neighbour', 'sunxiuying', 'representative'],
    ['told', 'zhaoqiang', 'phone'],
    ['told', 'zhaoqiang', 'chat'],
    ['desk', 'chenchen', 'hall'],
    ['desk', 'chenchen', 'phone'],
  ] as const)(
    '%s by %s ends in an order of channel %s with a query code, with consent alone',
    async (name, who, channel) => {
      const entry: Entry = entries[name];
      const { page, send } = await at(entry, who);
      const shown = await page();
      expect(shown.status).toBe(200);
      const { consent: _, ...without } = asked;
      const refused = await send(shown.html, { ...without, channel });
      expect([refused.to, textIn(refused.shown, 'words')]).toEqual([`${entry.path}?form=new#errors`, asked.words]);
      const sent = await send((await page()).html, { ...asked, channel });
      const { code, order, tracked } = await orderBehind(sent);
      expect([order.channel, tracked]).toEqual([channel, [200, code]]);
      expect(order.proxy).toMatchObject({ words: asked.words });
    },
  );

  it('takes what a grid worker saw on patrol as their own, without anybody’s name or consent', async () => {
    const { page, send } = await at(entries.patrol, 'zhaoqiang');
    const { html } = await page();
    expect([html.includes('name="consent"'), html.includes('name="spokenBy"')]).toEqual([false, false]);
    const { code, order, tracked } = await orderBehind(await send(html, { words: '北门窨井盖翘起来了。', areaCode }));
    expect([order.channel, order.proxy ?? null, tracked]).toEqual(['patrol', null, [200, code]]);
  });

  it('is for its own people: the page and the post', async () => {
    for (const [entry, who] of [
      [entries.neighbour, 'liuyang'],
      [entries.told, 'fangmin'],
      [entries.patrol, 'fangmin'],
      [entries.desk, 'shuji'],
    ] as const) {
      const { page, ask } = await at(entry, who);
      expect([entry.name, who, (await page()).status]).toEqual([entry.name, who, 403]);
      const body = new FormData();
      const typed = { ...asked, entry: entry.name, channel: entry.channels[0], clientId: newId(), do: 'submit' };
      for (const [name, value] of Object.entries(typed)) body.append(name, value);
      const sent = await ask('/desk/new/submit', body);
      expect([who, sent.to]).toEqual([who, `${entry.path}?form=new#errors`]);
    }
  });
});

describe('a message that was pasted from a group', () => {
  const chat = [
    '王阿姨 2024/1/10 9:12',
    '3号楼1单元的楼道灯坏了三天了',
    '李师傅 2024/1/10 9:13',
    '我家门口也黑，我电话 10000000777',
    '王阿姨 2024/1/10 9:15',
    '@李师傅 李师傅昨天还差点摔了，他电话 10000000777',
  ].join('\n');

  it('keeps the words of the one who asks, in the form and in the order', async () => {
    const { page, send } = await at(entries.desk, 'chenchen');
    const who = await send((await page()).html, { do: 'chat', chat });
    expect([who.to, who.shown.includes('有 王阿姨、李师傅 在说话')]).toEqual(['/desk/new?form=new#errors', true]);
    expect(textIn(who.shown, 'chat')).toContain('李师傅');

    const taken = await send(who.shown, { do: 'chat', chat, speaker: '王阿姨' });
    expect(taken.to).toBe('/desk/new?form=new#words');
    const words = '3号楼1单元的楼道灯坏了三天了\n邻居昨天还差点摔了，他电话 （电话略）';
    expect([textIn(taken.shown, 'words'), textIn(taken.shown, 'chat')]).toEqual([words, '']);
    for (const other of ['李师傅', '10000000777', '我家门口']) expect(taken.shown).not.toContain(other);

    const sent = await send(taken.shown, { channel: 'chat', words, areaCode, consent: 'yes' });
    const { order } = await orderBehind(sent);
    expect([order.channel, String(order.words).replaceAll('\r', '')]).toEqual(['chat', words]);
  });

  it('is refused where several people speak in the words themselves, with nothing lost', async () => {
    const { page, send } = await at(entries.desk, 'chenchen');
    const refused = await send((await page()).html, { channel: 'chat', words: chat, areaCode, consent: 'yes' });
    expect(refused.to).toBe('/desk/new?form=new#errors');
    expect(refused.shown).toContain('里有几个人在说话：王阿姨、李师傅');
    expect(textIn(refused.shown, 'words')).toBe(chat);
  });
});
