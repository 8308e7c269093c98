import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { call, servedBuild } from '../support/server';

const words = '楼道里有人长期堆放纸箱，请来看看。';

const served = servedBuild();

const open = (at: string, cookie = '', accept = '*/*') =>
  fetch(served().server.base + at, { redirect: 'manual', headers: { cookie, accept } });
const cookiesOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
function post(at: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return fetch(served().server.base + at, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: served().server.base, cookie },
    body,
  });
}

async function submitted(): Promise<{ code: string; queryCode: string; pin: string }> {
  const sent = { item: '0802', words, place: { areaCode: '320371003208005-05' }, anonymous: true, clientId: newId() };
  const { json } = await call(served().server.base, 'POST', '/orders', sent);
  return json as { code: string; queryCode: string; pin: string };
}

describe('the query code of an anonymous order', () => {
  it('asks for the PIN without any script, shows nothing before, and lets the browser in for a day after', async () => {
    const { code, queryCode, pin } = await submitted();
    for (const at of ['', '/supplement', '/rate']) {
      const asked = await open(`/t/${queryCode}${at}`);
      const html = await asked.text();
      expect([asked.status, /name="secret"/.test(html), /<script/.test(html)], at).toEqual([403, true, false]);
      expect(html).not.toContain(words);
      expect(html).not.toContain(code);
    }
    expect((await open(`/t/${queryCode}/photo/${newId()}`)).status).toBe(404);
    // Opened by itself, a photo that may not be seen says what is asked for; a form's address leads to the form.
    const alone = await open(`/t/${queryCode}/photo/${newId()}`, '', 'text/html');
    expect([alone.status, /name="secret"/.test(await alone.text())]).toEqual([403, true]);
    for (const [form, page] of [
      ['/t/open', '/t'],
      ['/me/read', '/me#notices'],
    ] as const) {
      const opened = await open(form);
      expect([opened.status, opened.headers.get('location')], form).toEqual([303, page]);
    }
    const wrong = await post('/t/open', { code: queryCode, secret: pin === '000000' ? '000001' : '000000' });
    expect([wrong.status, wrong.headers.getSetCookie(), (await wrong.text()).includes(words)]).toEqual([
      403,
      [],
      false,
    ]);
    const right = await post('/t/open', { code: queryCode, secret: ` ${pin.slice(0, 3)} ${pin.slice(3)}` });
    expect([right.status, right.headers.get('location')]).toEqual([303, `/t/${queryCode}`]);
    expect(right.headers.getSetCookie().join()).toMatch(
      /track_grant=.*Path=\/t; Max-Age=86400; HttpOnly; SameSite=Lax/,
    );
    const shown = await open(`/t/${queryCode}`, cookiesOf(right));
    expect([shown.status, (await shown.text()).includes(words)]).toEqual([200, true]);
    // That order alone, and not by its number, which was not what was shown with the PIN.
    const other = await submitted();
    expect((await open(`/t/${other.queryCode}`, cookiesOf(right))).status).toBe(403);
    const noted = await post(
      `/t/${queryCode}/supplement`,
      { words: '还有两箱', version: '1', clientId: newId() },
      cookiesOf(right),
    );
    expect(noted.status).toBe(303);
  });

  it('closes for 15 minutes after five wrong PINs, in words on the same page', async () => {
    const { queryCode, pin } = await submitted();
    const wrong = pin === '000000' ? '000001' : '000000';
    for (let n = 0; n < 5; n++) expect((await post('/t/open', { code: queryCode, secret: wrong })).status).toBe(403);
    const closed = await post('/t/open', { code: queryCode, secret: pin });
    expect([closed.status, Number(closed.headers.get('retry-after')) > 800]).toEqual([429, true]);
    expect(await closed.text()).toContain('name="secret"');
  });

  it('lets in the browser that has just sent the report, and lists it there without a word of it', async () => {
    const form = { do: 'submit', words, area: '320371003208005', naming: 'anonymous', clientId: newId() };
    const sent = await post('/report/submit', form);
    const at = sent.headers.get('location') ?? '';
    expect([sent.status, at]).toEqual([303, expect.stringMatching(/^\/report\/done\/[0-9A-Z]{10}$/)]);
    const cookie = cookiesOf(sent);
    expect(await (await open(at, cookie)).text()).toContain(words);
    const track = at.replace('/report/done', '/t');
    expect(await (await open(track, cookie)).text()).toContain(words);
    for (const list of ['/mine', '/']) {
      const html = await (await open(list, cookie)).text();
      expect([html.includes(`href="${track}"`), html.includes(words)], list).toEqual([true, false]);
    }
    // Another browser, or this one later: asked for the PIN.
    const elsewhere = await open(at);
    expect([elsewhere.status, elsewhere.headers.get('location')]).toEqual([307, track]);
    expect((await open(track)).status).toBe(403);
  });
});
