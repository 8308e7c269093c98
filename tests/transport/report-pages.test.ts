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
  const ask = async (at: string, body?: FormData) => {
    const { base } = served().server;
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const init = body && { method: 'POST', body };
    const answer = await fetch(base + at, { ...init, redirect: 'manual', headers: { origin: base, cookie } });
    for (const set of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      jar.set(name, value);
    }
    return { at: answer.headers.get('location') ?? '', html: await answer.text() };
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
  return { look: ask, open, post, send };
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
    // Whoever goes past it is led back to it.
    expect(hasErrors(await browser({ mode: 'elder' }).open('/report?step=4'))).toBe(false);
    const past = await person.post('/report/submit', { ...refused(), words: '' });
    expect(hasErrors(await person.open(past))).toBe(true);
    expect(hasErrors(await person.open('/report?step=4'))).toBe(true);
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
    expect(html).toContain('之前填的地点已换成这里');
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
  it('can be taken back, once', async () => {
    const person = browser();
    await person.post('/report/submit', refused());
    expect(await person.post('/report/submit', { do: 'clear' })).toBe('/report#cleared');
    const empty = await person.open('/report');
    expect([empty.includes(words), empty.includes('value="restore"')]).toEqual([false, true]);
    expect(await person.post('/report/submit', { do: 'restore' })).toBe('/report');
    const back = await person.open('/report');
    expect([back.includes(words), back.includes('value="restore"')]).toEqual([true, false]);
    const over = await person.post('/report/submit', { do: 'restore' });
    expect(over).toBe('/report?gone=1#cleared');
    expect(await person.open(over)).toContain('已经找不回来了');
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
    expect([other.includes('已保存'), other.includes('没有保存上')]).toEqual([false, true]);
  });
});
