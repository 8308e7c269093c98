import { beforeAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { formsOf, signInBrowser } from '../support/page-forms';
import { call, servedBuild, signIn } from '../support/server';

const served = servedBuild();
const base = () => served().server.base;
const community = '320371003208';
const megabyte = 1024 ** 2;
const pdf = (bytes = 64) => Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes - 9, 0x20)]);
const zip = (bytes: number) => Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(bytes - 4, 0x20)]);

let code = '';
const page = () => `/desk/deliberations/${code}`;

/** A case of the demo's secretary that everybody may read: its proposal was passed in the room. */
beforeAll(async () => {
  const { shuji } = await signIn(base(), ['shuji']);
  const post = async (path: string, body: Record<string, unknown>) => {
    const { status, json, text } = await call(base(), 'POST', path, { clientId: newId(), ...body }, shuji);
    if (status >= 300) throw new Error(`${path}: ${status} ${text}`);
    return json as { code: string; version: number };
  };
  let now = await post('/deliberations', { community, title: '河边装路灯', motive: 'proposed_by_residents' });
  code = now.code;
  const act = async (action: string, body: Record<string, unknown> = {}) => {
    now = await post(`/deliberations/${code}/actions/${action}`, { version: now.version, ...body });
  };
  await act('state-basis', { basis: 'not_shared' });
  const { json } = await call(base(), 'GET', `/deliberations/${code}`, undefined, shuji);
  const heldAt = new Date(Date.parse(String(json.openedAt)) + 1500).toISOString();
  await act('convene', { body: 'party_committee', heldAt, place: '党群服务中心' });
  await act('enter-roll', { seats: ['甲', '乙', '丙'].map((name) => ({ name })) });
  await act('freeze-roll');
  await act('attend', { present: 3 });
  await new Promise((done) => setTimeout(done, 1600));
  await act('open-vote');
  await act('count', { way: 'hands', yes: 3, no: 0, abstain: 0 });
  await act('close-vote');
}, 60_000);

/** A browser without script in which this account is signed in; nobody without one. */
async function browser(account?: string) {
  const cookies = account ? (await signInBrowser(base(), account)).split('; ') : [];
  const jar = new Map(cookies.map((one): [string, string] => [one.split('=')[0] ?? '', one]));
  const ask = async (at: string, body?: FormData, origin = base()) => {
    const headers = { origin, 'accept-language': 'zh-CN', cookie: [...jar.values()].join('; ') };
    const answer = await fetch(base() + at, { method: body ? 'POST' : 'GET', body, headers, redirect: 'manual' });
    for (const set of answer.headers.getSetCookie()) {
      const pair = set.split(';')[0] ?? '';
      jar.set(pair.split('=')[0] ?? '', pair);
    }
    return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() };
  };
  /** Sends the form as the page shows it, and goes where it leads. */
  const attach = async (typed: Record<string, string>, file?: { name: string; bytes: Buffer }) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ clientId: newId(), isPublic: 'false', ...typed })) {
      body.append(name, value);
    }
    body.append('file', file ? new File([new Uint8Array(file.bytes)], file.name) : new File([], ''));
    const answer = await ask(`${page()}/files`, body);
    return { ...answer, html: answer.to.startsWith('/desk') ? (await ask(answer.to)).html : answer.html };
  };
  return { ask, attach };
}

const filesIn = (html: string) => [...html.matchAll(/href="\/documents\/([0-9a-f-]{36})"/g)].map(([, id]) => id);

describe('attaching a document at the desk', () => {
  it('shows the form without script, takes a PDF, and says who may read it', async () => {
    const { ask, attach } = await browser('chenchen');
    const shown = await ask(page());
    const form = formsOf(shown.html).find(({ action }) => action === `${page()}/files`);
    expect([form?.method, form?.fields.map(([name]) => name)]).toEqual([
      'POST',
      expect.arrayContaining(['clientId', 'file', 'meeting', 'isPublic']),
    ]);
    const kept = await attach({}, { name: '签到表.pdf', bytes: pdf() });
    expect([kept.status, kept.to]).toEqual([303, `${page()}?done=attach#files`]);
    const open = await attach({ isPublic: 'true' }, { name: '会议纪要.pdf', bytes: pdf(10 * megabyte) });
    expect(open.to).toBe(`${page()}?done=attach#files`);
    expect(open.html).toContain('附件已经放好');
    expect([open.html.includes('签到表.pdf'), open.html.includes('会议纪要.pdf')]).toEqual([true, true]);
    const ids = filesIn(open.html);
    expect(ids).toHaveLength(2);

    const nobody = await browser();
    const board = (await nobody.ask(`/board/${code}`)).html;
    expect([board.includes('会议纪要.pdf'), board.includes('签到表.pdf')]).toEqual([true, false]);
    expect(filesIn(board)).toEqual([ids[1]]);
    const [hidden, shownFile] = await Promise.all(ids.map((id) => nobody.ask(`/documents/${id}`)));
    expect([hidden?.status, shownFile?.status]).toEqual([404, 200]);
    expect((await ask(`/documents/${ids[0]}`)).status).toBe(200);
  });

  it('refuses what is no PDF whatever it is called, and one that is too large, with the choices kept', async () => {
    const { attach } = await browser('chenchen');
    const wrong = await attach({ isPublic: 'true' }, { name: '账目.pdf', bytes: zip(10 * megabyte) });
    expect([wrong.status, wrong.to]).toEqual([303, `${page()}?form=attach#errors`]);
    expect(wrong.html).toContain('账目.pdf：这不是 PDF 文件，没有收下');
    expect(/<input[^>]*id="attach-isPublic-true"[^>]*checked/.test(wrong.html)).toBe(true);
    for (const bytes of [10 * megabyte + 1, 30 * megabyte]) {
      const large = await attach({}, { name: '扫描件.pdf', bytes: pdf(bytes) });
      expect(large.to).toBe(`${page()}?form=attach#errors`);
      expect(large.html).toContain('扫描件.pdf：文件超过 10 MB，没有收下');
    }
    const empty = await attach({});
    expect(empty.html).toContain('没有选文件，或者文件是空的');
    expect(filesIn(empty.html).length).toBeLessThan(3);
  });

  it('keeps a document that arrived while something else was refused, and takes it without sending it again', async () => {
    const { attach } = await browser('chenchen');
    const refused = await attach({ meeting: newId() }, { name: '补充说明.pdf', bytes: pdf() });
    expect(refused.to).toBe(`${page()}?form=attach#errors`);
    expect(refused.html).toContain('《补充说明.pdf》已经收到');
    const fields = Object.fromEntries(
      formsOf(refused.html).find(({ action }) => action === `${page()}/files`)?.fields ?? [],
    );
    const { document = '', documentName = '' } = fields;
    const taken = await attach({ document, documentName });
    expect([taken.to, taken.html.includes('补充说明.pdf')]).toEqual([`${page()}?done=attach#files`, true]);
    // The same form again is the same attachment.
    const stranger = await browser('liuyang');
    expect((await stranger.attach({ document, documentName })).html).not.toContain('补充说明.pdf');
  });

  it('is not cut short on its way, nor are the photos of a project or of a promise kept', async () => {
    const { ask } = await browser('shuji');
    for (const [at, field] of [
      ['/desk/projects/PL-BS-2024-001/photo', 'photo.work'],
      ['/desk/answers/PL-DF-2024-001/fulfil', 'photo.done'],
    ] as const) {
      const body = new FormData();
      body.append(field, new File([new Uint8Array(zip(2 * megabyte))], '照片.jpg'));
      const answer = await ask(at, body);
      expect([at, answer.status, answer.to.includes('#errors')]).toEqual([at, 303, true]);
    }
  });

  it('is for those who keep the papers, and for no form from elsewhere', async () => {
    for (const account of ['liuyang', 'wangguilan', 'dujuan']) {
      const { attach } = await browser(account);
      const answer = await attach({ isPublic: 'true' }, { name: '别人的.pdf', bytes: pdf() });
      expect([account, answer.status, answer.to]).toEqual([account, 303, `${page()}?form=attach#errors`]);
    }
    const nobody = await browser();
    const answer = await nobody.attach({}, { name: '没登录.pdf', bytes: pdf() });
    expect([answer.status, answer.to]).toEqual([
      303,
      `/login?next=${encodeURIComponent(`${page()}?form=attach#errors`)}`,
    ]);
    const clerk = await browser('chenchen');
    expect((await clerk.ask(`${page()}/files`, new FormData(), 'https://elsewhere.example')).status).toBe(403);
    const { html } = await clerk.ask(page());
    for (const name of ['别人的', '没登录']) expect(html).not.toContain(name);
  });
});
