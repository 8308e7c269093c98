import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { formsOf } from '../support/page-forms';
import { servedBuild } from '../support/server';

const served = servedBuild();
const cellC = '320371003208005';
const words = '单元门关不上，晚上一直响。';
const hasErrors = (html: string) => html.includes('id="errors"');

/** A browser without script: it keeps its cookies and goes where it is sent. */
function browser(cookies: Record<string, string> = {}) {
  const jar = new Map(Object.entries(cookies));
  const dated = new Set<string>();
  const ask = async (at: string, body?: FormData) => {
    const { base } = served().server;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const init = body && { method: 'POST', body };
    const answer = await fetch(base + at, { ...init, redirect: 'manual', headers: { origin: base, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (value) jar.set(name, value);
      else jar.delete(name);
      if (/max-age|expires/i.test(set)) dated.add(name);
      else dated.delete(name);
    }
    const { status } = answer;
    return { status, at: answer.headers.get('location') ?? '', html: await answer.text() };
  };
  const open = async (at: string) => (await ask(at)).html;
  const post = async (at: string, fields: Record<string, string>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    return (await ask(at, body)).at;
  };
  /** The form of the report as the page shows it, with what is typed. */
  const send = async (html: string, typed: Record<string, string>) => {
    const form = formsOf(html).find(({ fields }) => fields.some(([name]) => name === 'clientId'));
    const shown = form?.fields.filter(([name]) => !['do', 'tile', 'locale', 'mode'].includes(name));
    return post('/report/submit', { ...Object.fromEntries(shown ?? []), ...typed });
  };
  const cookie = (name: string) => jar.get(name);
  /** The names of what it keeps when it is closed. */
  const lasting = () => [...jar.keys()].filter((name) => dated.has(name));
  return { look: ask, open, post, send, cookie, lasting };
}

/** A report that was refused, with a photo. @returns the id of the photo */
async function aPhotoIn(person: ReturnType<typeof browser>): Promise<string> {
  const body = new FormData();
  for (const [name, value] of Object.entries(refused())) body.append(name, value);
  const picture = sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } });
  body.append('camera', new File([new Uint8Array(await picture.jpeg().toBuffer())], 'a.jpg', { type: 'image/jpeg' }));
  await person.look('/report/submit', body);
  const [, id = ''] = /name="kept" value="([^"]+)"/.exec(await person.open('/report')) ?? [];
  expect((await person.look(`/photos/${id}`)).status).toBe(200);
  return id;
}

const refused = () => ({
  words,
  area: `${cellC}-05`,
  detail: '2单元门口',
  phone: '1390000',
  naming: 'phone',
  clientId: newId(),
  do: 'submit',
});

describe('what was wrong with a form', () => {
  it('is said where the refusal leads, and to nobody who comes back later, whose words stay', async () => {
    const person = browser();
    const at = await person.post('/report/submit', refused());
    expect(at).toBe('/report?refused=1#errors');
    expect(hasErrors(await person.open(at))).toBe(true);
    const later = await person.open('/report');
    expect([hasErrors(later), later.includes('aria-invalid="true"'), later.includes(words)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(later).toContain('value="1390000"');
    // One question a page: coming back to it says nothing, and whoever goes past it is led back to it.
    const elder = browser({ mode: 'elder' });
    const past = await elder.post('/report/submit', { ...refused(), words: '', phone: '' });
    expect(hasErrors(await elder.open(past))).toBe(true);
    expect(hasErrors(await elder.open('/report?step=3'))).toBe(false);
    const led = await elder.open('/report?step=4');
    expect([hasErrors(led), led.includes('name="words"')]).toEqual([true, true]);
  });

  it('and with a number at sign-in as well', async () => {
    const person = browser();
    const at = await person.post('/login/code', { do: 'ask', phone: '139', next: '/mine' });
    expect(at).toBe('/login?refused=1&next=%2Fmine#errors');
    expect(hasErrors(await person.open(at))).toBe(true);
    const later = await person.open('/login?next=%2Fmine');
    expect([hasErrors(later), later.includes('value="139"')]).toEqual([false, true]);
  });
});

describe('a slip that is scanned while a report is half written', () => {
  it.each(['standard', 'elder'])('sets the place and leaves the rest, in %s size', async (mode) => {
    const person = browser({ mode });
    await person.post('/report/submit', refused());
    let html = await person.open('/report?point=pl-co6');
    expect(html).toContain('C区6号楼');
    expect(html).toContain('之前填的地点（包括具体位置）已换成这里');
    if (mode === 'elder') {
      await person.send(html, { kind: 'other', do: 'next' });
      html = await person.open('/report?step=2');
      expect(html).toMatch(/C区6号楼(<!-- -->)?，对吗/);
      await person.send(html, { do: 'next' });
    } else {
      // Without script it is read back first.
      await person.send(html, { words, area: '', phone: '', do: 'submit' });
    }
    html = await person.open('/report?step=4');
    expect(html).toContain(words);
    const at = await person.send(html, { naming: 'phone', phone: '', do: 'submit' });
    expect(at).toMatch(/^\/report\/done\//);
    const done = await person.open(at.replace('/report/done/', '/t/'));
    expect(done).toContain('C区6号楼');
    expect(done).not.toContain('2单元门口');
  });

  it('does not take the place away when nobody knows its code', async () => {
    const person = browser();
    await person.post('/report/submit', refused());
    expect(await person.open('/report?point=PL-Z9')).toMatch(
      new RegExp(`value="${cellC}-05" selected|selected="" value="${cellC}-05"`),
    );
  });
});

describe('clearing a report', () => {
  const offers = (html: string) => ['restore', 'erase'].map((verb) => html.includes(`value="${verb}"`));
  const press = (person: ReturnType<typeof browser>, verb: string) => person.post('/report/submit', { do: verb });

  it('can be taken back, also by a double tap', async () => {
    const person = browser();
    await person.post('/report/submit', refused());
    expect(await press(person, 'clear')).toBe('/report#cleared');
    const empty = await person.open('/report');
    expect([empty.includes(words), ...offers(empty)]).toEqual([false, true, true]);
    for (const _tap of [1, 2]) expect(await press(person, 'restore')).toBe('/report');
    const back = await person.open('/report');
    expect([back.includes(words), ...offers(back)]).toEqual([true, false, false]);
  });

  it('says when nothing is left to take back', async () => {
    const person = browser();
    const at = await press(person, 'restore');
    expect(at).toBe('/report?cleared=late#cleared');
    expect(await person.open(at)).toContain('刚才清空的内容已经没有了');
  });

  it('can be made final at once, for who leaves a shared computer', async () => {
    const person = browser();
    const photo = await aPhotoIn(person);
    await press(person, 'clear');
    const cleared = person.cookie('report_cleared');
    expect(cleared).toMatch(/^[\w-]{22}$/);
    const at = await press(person, 'erase');
    expect(at).toBe('/report?cleared=erased#cleared');
    const html = await person.open(at);
    expect([html.includes('已经彻底删除'), ...offers(html)]).toEqual([true, false, false]);
    // Neither a kept cookie nor the address of the photo opens anything any more.
    const other = browser({ report_cleared: cleared ?? '' });
    expect(await press(other, 'restore')).toBe('/report?cleared=late#cleared');
    expect((await browser({ report_draft: cleared ?? '' }).look(`/photos/${photo}`)).status).toBe(404);
    expect(await browser({ report_draft: cleared ?? '' }).open('/report')).not.toContain(words);
  });

  it('is over once another report was begun or sent, which stays as it is', async () => {
    const person = browser();
    await person.post('/report/submit', refused());
    await press(person, 'clear');
    const since = { ...refused(), words: '路灯白天也亮着。' };
    await person.post('/report/submit', since);
    const at = await press(person, 'restore');
    expect(at).toBe('/report?cleared=other#cleared');
    const html = await person.open(at);
    expect(['没有再找回', since.words, words].map((text) => html.includes(text))).toEqual([true, true, false]);

    await press(person, 'clear');
    const sent = await person.post('/report/submit', { ...refused(), words: '雨水口堵了。', phone: '' });
    expect(sent).toMatch(/^\/report\/done\//);
    expect(offers(await person.open('/report'))).toEqual([false, false]);
  });

  it('ends with the browser', async () => {
    const person = browser();
    await person.post('/report/submit', refused());
    await press(person, 'clear');
    expect(person.lasting()).not.toContain('report_cleared');
  });
});

describe('an address that is opened by mistake', () => {
  it.each([
    ['/report/submit', '/report'],
    ['/login/code', '/login'],
    ['/mode', '/settings/display'],
    ['/settings', '/settings/display'],
    ['/q?code=c5', '/q/c5'],
  ])('%s leads to %s', async (at, to) => {
    expect((await browser().look(at)).at).toBe(to);
  });

  it('of half a slip asks for the code, and so does an unknown one', async () => {
    expect(await browser().open('/q')).toContain('name="code"');
    const unknown = await browser().open('/q/PL-Z9');
    expect([unknown.includes('没有这个位置码'), unknown.includes('value="PL-Z9"')]).toEqual([true, true]);
    expect(await browser().open('/q/plc5%E3%80%82')).toContain('/report?point=PL-C05');
  });
});

describe('size and language', () => {
  it('are said to be saved, and not where the browser keeps nothing', async () => {
    const form = { mode: 'elder', locale: 'zh-CN', return: '/settings/display?saved=1' };
    const person = browser();
    const at = await person.post('/mode', form);
    expect(await person.open(at)).toContain('已保存');
    const other = await browser().open(at);
    expect([other.includes('已保存'), other.includes('没能保存')]).toEqual([false, true]);
  });
});
