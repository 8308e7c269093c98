import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { makeMatters } from '@/bench/matters';
import { receiptOf } from '@/lib/deliberation/ballots';
import { newId } from '@/lib/kernel/ids';
import { ballotKey } from '@/seeds/demo/load-deliberations';
import { formsOf, signInBrowser } from '../support/page-forms';
import { call, send, servedBuild } from '../support/server';

const served = servedBuild();
const base = () => served().server.base;

/** Carried out, and on notice; as `makeMatters` makes them. */
const parking = 'PL-YS-2023-001';
const room = 'PL-YS-2023-002';

beforeAll(async () => {
  await makeMatters(served().place.databaseUrl);
}, 120_000);

const open = (path: string, headers: Record<string, string> = {}) =>
  fetch(base() + path, { redirect: 'manual', headers: { 'accept-language': 'zh-CN', ...headers } });

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(base() + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: base(), 'accept-language': 'zh-CN', ...headers },
    body: new URLSearchParams(fields),
  });

const comment = (fields: Record<string, string>) => post(`/board/${room}/comment`, { clientId: newId(), ...fields });

interface Told {
  objections: unknown[];
  meetings: { id: string; withWeb: boolean; ballotDigest: string | null }[];
}
const told = async (code: string): Promise<Told> =>
  (await call(base(), 'GET', `/deliberations/${code}`)).json as unknown as Told;
const commentsOf = async () => (await told(room)).objections.length;

describe('the board', () => {
  it('lists what is on notice with the days left, and every matter in its tab', async () => {
    const notice = await (await open('/board')).text();
    expect([notice.includes(`/board/${room}`), notice.includes(`/board/${parking}`)]).toEqual([true, false]);
    expect(notice).toContain('还剩 4 天');
    const all = await (await open('/board?tab=deliberation')).text();
    expect([all.includes(`/board/${room}`), all.includes(`/board/${parking}`)]).toEqual([true, true]);
  });

  it('shows a matter without script: the four points first, then every number, the law, the accounts', async () => {
    const answer = await open(`/board/${parking.toLowerCase()}`);
    const html = await answer.text();
    expect([answer.status, html.includes('<script')]).toEqual([200, false]);
    for (const words of [
      '本社区居民停车免费',
      '外单位占用社区车位需缴费',
      '时间、价格低于市场价',
      '已向相关单位备案',
      '应到 112 人，实到 82 人（73.2%）',
      '赞成 79 人，反对 2 人，弃权 1 人',
      '要 57 人赞成，没有通过',
      '应到 147 人，实到 121 人（82.3%）',
      '要 61 人赞成，通过了',
      '面积占比三分之二以上的业主',
      '备2023-17',
      '核对日期',
      '3,180.00',
      '第2版',
      '晚上外来车多，居民回来晚了没有位置。',
    ]) {
      expect(html, words).toContain(words);
    }
    expect(html.indexOf('已向相关单位备案')).toBeLessThan(html.indexOf('应到 112 人'));
  });

  it('shows a keeper of the papers what everybody sees', async () => {
    const cookie = await signInBrowser(base(), 'shuji');
    const mainOf = async (headers = {}) =>
      /<main.*<\/main>/s.exec(await (await open(`/board/${room}`, headers)).text());
    expect((await mainOf({ cookie }))?.[0]).toBe((await mainOf())?.[0]);
    expect((await mainOf())?.[0]).toContain('棋牌室');
  });

  it('prints on A4 with nothing to press but the way back, everything unfolded', async () => {
    const html = await (await open(`/board/${parking}/print`)).text();
    expect(html).toContain('size:A4');
    expect([/<(script|form|details|button)\b/.test(html), html.includes('没有通过')]).toEqual([false, true]);
  });

  it.each(['/board/PL-YS-2023-999', '/board/PL-XX-2023-001', '/board/%E0%A4%A', '/board/PL-YS-2023-999/comment'])(
    'answers %s with 404 and the ways on',
    async (path) => {
      const answer = await open(path);
      const html = await answer.text();
      expect([answer.status, html.includes('href="/board"'), html.includes('href="/"')]).toEqual([404, true, true]);
    },
  );
});

describe('提意见', () => {
  it('takes a comment once, however often and however quickly the form is sent, and promises three days', async () => {
    const before = await commentsOf();
    const form = formsOf(await (await open(`/board/${room}/comment`)).text()).find(({ fields }) =>
      fields.some(([name]) => name === 'words'),
    );
    const clientId = form?.fields.find(([name]) => name === 'clientId')?.[1] ?? '';
    expect([form?.method, form?.action]).toEqual(['POST', `/board/${room}/comment`]);
    const words = '周末人多，能不能多开一间？';
    const answers = await Promise.all([1, 2, 3].map(() => comment({ clientId, words, contact: '' })));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(answers[0]?.headers.get('location')).toBe(`/board/${room}?said=1`);
    expect(await commentsOf()).toBe(before + 1);
    const after = await (await open(`/board/${room}?said=1`)).text();
    // Not before somebody looked it through.
    expect([after.includes('三日内'), after.includes(words)]).toEqual([true, false]);
  });

  it.each([
    ['nothing', '', '请写下您的意见'],
    ['too much', '长'.repeat(501), '500'],
    ['no words', '？？？？', '意见'],
  ])('refuses %s at the field, and gives back what was typed', async (_what, words, told) => {
    const before = await commentsOf();
    const answer = await comment({ words, contact: '<b>10050000001' });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect([html.includes('id="errors"'), html.includes(told), html.includes(`>${words}</textarea>`)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([html.includes('&lt;b&gt;10050000001'), html.includes('<b>10050000001')]).toEqual([true, false]);
    expect(await commentsOf()).toBe(before);
  });

  it('refuses a used key with other words, and makes a new one for them', async () => {
    const clientId = newId();
    await comment({ clientId, words: '门口的灯太暗了，看不清台阶。' });
    const answer = await comment({ clientId, words: '这是另外一条意见，请分开答复。' });
    const html = await answer.text();
    expect([answer.status, html.includes('这是另外一条意见'), html.includes(clientId)]).toEqual([422, true, false]);
  });

  it('is closed once the notice is over, and keeps the words that came too late', async () => {
    const form = await (await open(`/board/${parking}/comment`)).text();
    expect([form.includes('name="words"'), form.includes('不在公示期')]).toEqual([false, true]);
    const late = await post(`/board/${parking}/comment`, { clientId: newId(), words: '现在还能说一句吗？' });
    expect([late.status >= 400, (await late.text()).includes('现在还能说一句吗？')]).toEqual([true, true]);
    expect((await told(parking)).objections).toHaveLength(1);
  });

  it('takes no garbage and nothing from another site', async () => {
    const before = await commentsOf();
    const url = `${base()}/board/${room}/comment`;
    const origin = { origin: base() };
    const broken: [RequestInit, number][] = [
      [
        { method: 'POST', headers: { ...origin, 'content-type': 'application/json' }, body: '{"words":"您好您好"}' },
        415,
      ],
      [{ method: 'POST', headers: { ...origin, 'content-type': 'multipart/form-data; boundary=x' }, body: '--x' }, 400],
      [{ method: 'POST', headers: { origin: 'https://example.org' }, body: new URLSearchParams({ words: '坏' }) }, 403],
      [{ method: 'POST', headers: origin, body: new URLSearchParams({ words: '字'.repeat(900_000) }) }, 413],
      [{ method: 'PUT', headers: origin, body: 'x' }, 405],
    ];
    for (const [init, status] of broken)
      expect((await send(url, init)).status, JSON.stringify(init.headers)).toBe(status);
    for (const path of [`/board/${room}/receipt`, '/board/PL-YS-2023-999/receipt']) {
      expect((await post(path, { meeting: "' or 1=1", receipt: '\u0000' })).status).toBe(404);
    }
    expect(await commentsOf()).toBe(before);
  });
});

describe('the receipt of a secret vote', () => {
  const votes = { sunxiuying: 'yes', wangguilan: 'yes', zhoujianguo: 'abstain', liuyang: 'yes', mali: 'yes' };
  const receiptFor = (account: string) => receiptOf(room, ballotKey(`${room} ${account}`));
  const voted = async () => (await told(room)).meetings.find(({ withWeb }) => withWeb);

  it('finds each line in a list that anybody counts again, and stands in no address', async () => {
    const meeting = await voted();
    const tally = await open(`/board/${room}/tally/${meeting?.id}`);
    const lines = await tally.text();
    expect([tally.headers.get('content-type'), lines.trim().split('\n').length]).toEqual([
      'text/plain; charset=utf-8',
      5,
    ]);
    expect(createHash('sha256').update(lines).digest('hex')).toBe(meeting?.ballotDigest);
    for (const [account, choice] of Object.entries(votes)) {
      const receipt = receiptFor(account);
      const typed = `${receipt.slice(0, 8).toLowerCase()} ${receipt.slice(8)}`;
      const answer = await post(`/board/${room}/receipt`, { meeting: meeting?.id ?? '', receipt: typed });
      const html = await answer.text();
      expect(answer.status).toBe(200);
      expect(html).toContain(`您的这一票是“${choice === 'yes' ? '赞成' : '弃权'}”`);
      expect([html.includes(receipt), html.includes(typed), lines.includes(receipt)]).toEqual([false, false, false]);
    }
  });

  it('says where to go with one that is not there', async () => {
    const meeting = (await voted())?.id ?? '';
    const answer = await post(`/board/${room}/receipt`, { meeting, receipt: '0000 0000 0000 0000' });
    expect([answer.status, (await answer.text()).includes('服务大厅')]).toEqual([404, true]);
    const again = await open(`/board/${room}/receipt`);
    expect([again.status, again.headers.get('location')]).toEqual([303, `/board/${room}#receipt`]);
  });
});

// Last: it uses up what this address may send.
describe('too many comments', () => {
  it('from one address are refused until later, with the words kept; what was taken is answered again', async () => {
    const first = { clientId: newId(), words: '先说一条，请社区看看棋牌室的灯。' };
    await comment(first);
    let answer = await comment({ words: '第1条：晚上能不能早点关灯？' });
    for (let i = 2; i <= 25 && answer.status === 303; i++) {
      answer = await comment({ words: `第${i}条：晚上能不能早点关灯？` });
    }
    const html = await answer.text();
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(60);
    expect(html).toContain('晚上能不能早点关灯？</textarea>');
    expect((await comment(first)).status).toBe(303);
  });
});
