import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, type Server, startApp } from '@/bench/app-server';
import { answered, newLife, requestOf, staff, stepNames } from '@/bench/lifecycle';
import { formsOf, type PageForm, signInBrowser } from '../support/page-forms';
import { call, communityPlace, ensureBuild, type Place, seeded, send, signIn } from '../support/server';

const accounts = ['limin', 'liuyang', 'zhengshucheng', 'gaofeng', 'jiedao', 'admin'] as const;

/** What the machine would say of itself: frames of a stack, files, statements. */
const inside = /\n\s+at |node_modules|\.next\/server|SQLITE_|SqliteError|DrizzleQuery|ZodError|select .* from "/;
/** What nobody expected, and words that are missing. */
const complaints = /"level":"error"|FORMATTING_ERROR|MISSING_MESSAGE|⨯|Unhandled/;

const unknown = [
  'nonsense',
  'PL20240115-9999',
  '%00',
  '%E5%9D%A1',
  '..%2f..%2fetc',
  'a'.repeat(3000),
  "'--",
  '%zz',
  '%ED%A0%80',
];
const queries = [
  ...['cursor=%00', 'cursor=W10', 'view=__proto__', 'view=nonsense', 'page=-1', 'page=1e99', 'status=closed&status=x'],
  ...['q=%25%5F', 'q=%00', 'year=abc', 'year=99999', 'day=2024-13-45', 'month=x', 'done=%F0%9F%98%80', '%zz=%zz'],
  ...[
    'kept=%00',
    'kept=1',
    'code=%ED%A0%80',
    'from=9999',
    'next=//evil.example',
    `q=${'长'.repeat(500)}`,
    'a[b]=1',
    '=&=',
  ],
  ...['area=x', 'item=x', 'due=x', 'assignee=x', 'branch=x', 'cell=x', 'person=x', 'action=x', 'limit=-1', 'size=huge'],
];
const values = [
  ...['', ' ', '\u0000', 'x\u0000y', '-1', '1e400', '9007199254740993', 'null', '[]', '{"a":1}', '2024-13-45', '😀'],
  ...[
    "'; drop table orders; --",
    '<script>alert(1)</script>',
    '../../etc/passwd',
    '\u202e坡里',
    '长'.repeat(5000),
    '__proto__',
  ],
];

describe('what no staff browser would send', () => {
  let place: Place;
  let server: Server;
  const cookies: Record<string, string> = {};
  const codes: string[] = [];
  const random = seeded(19_701);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const often = (share: number) => random() < share;

  beforeAll(async () => {
    await ensureBuild();
    place = await communityPlace();
    server = await startApp({ databaseUrl: place.databaseUrl, dataDir: place.dataDir });
    const tokens = await signIn(server.base, staff);
    for (let n = 0; n < stepNames.length; n++) {
      let life = newLife(`staff-sees-${n}`);
      for (const step of stepNames.slice(0, n + 1)) {
        const { path: at, as, body } = requestOf(step, life);
        const { status, json } = await call(server.base, 'POST', at, body, as ? tokens[as] : undefined);
        life = answered(step, life, status, json);
      }
      codes.push(life.code);
    }
    for (const account of accounts) cookies[account] = await signInBrowser(server.base, account);
  }, 300_000);
  afterAll(async () => {
    await server?.stop();
    place?.remove();
  });

  async function expectPolite(at: string, who: string, init: RequestInit & { headers?: Record<string, string> }) {
    const { headers, ...rest } = init;
    const own = { cookie: cookies[who] ?? '', origin: server.base, 'sec-fetch-site': 'same-origin', ...headers };
    const what = `${who} ${init.method} ${at.slice(0, 160)} ${JSON.stringify(headers ?? {}).slice(0, 200)}`;
    const answer = await send(server.base + at, { redirect: 'manual', ...rest, headers: own }).catch((cause) => {
      throw new Error(what, { cause });
    });
    expect(answer.status, `${what}: ${answer.text.slice(0, 300)}`).toBeLessThan(500);
    expect(answer.text, what).not.toMatch(inside);
    return answer;
  }
  const inTurn = async <T>(list: T[], each: (one: T) => Promise<unknown>) => {
    while (list.length > 0) await Promise.all(list.splice(0, 8).map(each));
  };
  const addresses = (): string[] => {
    const manifest = readFileSync(path.join(root, '.next', 'app-path-routes-manifest.json'), 'utf8');
    return Object.values(JSON.parse(manifest) as Record<string, string>).filter(
      (at) => !at.startsWith('/_') && !at.startsWith('/api/'),
    );
  };
  const fill = (at: string, known: number) =>
    at.replace(/\[[\w.]+\]/g, () => (often(known) ? pick([...codes, ...accounts]) : pick(unknown)));
  const query = () => (often(0.7) ? `?${[pick(queries), ...(often(0.5) ? [pick(queries)] : [])].join('&')}` : '');

  it('every page and handler, as every kind of staff, with any method, parameter and query', async () => {
    const asked = addresses().flatMap((at) =>
      accounts.flatMap((who) =>
        ['GET', 'GET', pick(['HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'POST'])].map((method) => ({
          at,
          who,
          method,
        })),
      ),
    );
    await inTurn(asked, ({ at, who, method }) => expectPolite(`${fill(at, 0.6)}${query()}`, who, { method }));
    expect(server.said()).not.toMatch(complaints);
    // Among them was the way to sign out, and a POST there does what it says.
    for (const account of accounts) cookies[account] = await signInBrowser(server.base, account);
  }, 120_000);

  it('says how long a session lasts to whoever has one, and that it is over to anybody else', async () => {
    const asked = await expectPolite('/login/stay', 'limin', { method: 'POST' });
    const { leftMs, lastMs } = JSON.parse(asked.text) as { leftMs: number; lastMs: number };
    const minute = 60_000;
    expect([
      leftMs > 28 * minute && leftMs <= 30 * minute,
      lastMs > 11 * 60 * minute,
      lastMs <= 12 * 60 * minute,
    ]).toEqual([true, true, true]);
    const nobody = await expectPolite('/login/stay', 'nobody', { method: 'POST' });
    expect(JSON.parse(nobody.text)).toEqual({ leftMs: 0, lastMs: 0 });
  });

  it('every page with a cookie that is none, two or half', async () => {
    const good = cookies.limin ?? '';
    const bad = [
      ...['next-auth.session-token=', 'next-auth.session-token=a.b.c.d.e', `${good.slice(0, -9)}`, `${good}; ${good}x`],
      ...[`${good}; locale=../../x; mode=;;`, `${good}; track_grant=%00; my_orders=..; report_secret=.`, '=;=; ;'],
      ...[`${good}; track_typed=' or 1=1; track_done=a.b.c.d`, `${good}; x=${'长'.length}${'a'.repeat(6000)}`],
    ];
    const asked = addresses().flatMap((at) => bad.map((cookie) => ({ at, cookie })));
    await inTurn(asked, ({ at, cookie }) =>
      expectPolite(fill(at, 0.8), 'limin', { method: 'GET', headers: { cookie } }),
    );
    expect(server.said()).not.toMatch(complaints);
  }, 120_000);

  /** Every form that these accounts are shown, with the page it stands on. */
  async function shownForms(): Promise<{ at: string; who: string; form: PageForm }[]> {
    const found: { at: string; who: string; form: PageForm }[] = [];
    const pages = addresses().flatMap((at) =>
      at.includes('[') ? codes.map((code) => at.replace(/\[\w+\]/, code)) : [at],
    );
    const asked = pages.flatMap((at) => accounts.map((who) => ({ at, who })));
    await inTurn(asked, async ({ at, who }) => {
      const { text } = await expectPolite(at, who, { method: 'GET' });
      for (const form of formsOf(text)) if (form.method === 'POST') found.push({ at, who, form });
    });
    return found;
  }

  it('every form that they are shown, with its fields spoilt, left out, doubled, or huge', async () => {
    const shown = await shownForms();
    const kinds = new Map<string, (typeof shown)[number][]>();
    for (const one of shown) {
      const kind = `${one.who} ${one.form.action.replace(/PL\d+-\d+/, '')} ${one.form.fields.map(([name]) => name.replace(/\d+/, '')).join()}`;
      kinds.set(kind, [...(kinds.get(kind) ?? []), one]);
    }
    expect(kinds.size).toBeGreaterThan(40);
    const asked = [...kinds.values()].flatMap((alike) => Array.from({ length: 4 }, () => pick(alike)));
    await inTurn(asked, async ({ at, who, form }) => {
      // A browser leaves this site by its own hand, and the rest of the test needs it to stay.
      if (form.fields.some(([name, value]) => name === '$ACTION_ID' && value === '')) return;
      const body = new FormData();
      for (const [name, value] of form.fields) {
        if (often(0.1)) continue;
        const spoilt = name.startsWith('$') ? often(0.1) : often(0.5);
        body.append(name, spoilt ? pick(values) : value);
        if (often(0.1)) body.append(name, pick(values));
      }
      if (often(0.2))
        body.append(pick(['photo.photo', 'photo', 'code']), new Blob([new Uint8Array(2000)]), '../x\u0000.jpg');
      // The report keeps what it is sent however long it is; an action refuses it.
      if (often(0.1) && form.action === '') body.append('words', 'a'.repeat(2_000_000));
      await expectPolite(form.action || at, who, { method: 'POST', body });
    });
    expect(server.said()).not.toMatch(complaints);
  }, 240_000);

  it('actions by name: unknown, without a body, with a body that is none', async () => {
    const { at, who, form } = (await shownForms()).find(({ form: { fields } }) =>
      fields.some(([n]) => n.startsWith('$')),
    ) ?? {
      at: '/desk',
      who: 'limin',
      form: { fields: [] as [string, string][] },
    };
    const real = /[0-9a-f]{40,}/.exec(JSON.stringify(form.fields))?.[0] ?? '';
    expect(real).not.toBe('');
    const bodies: [string | undefined, RequestInit['body']][] = [
      [undefined, ''],
      ['text/plain;charset=UTF-8', '[]'],
      ['text/plain;charset=UTF-8', '[{"a":"$K1"},"$F0","$undefined"]'],
      ['text/plain;charset=UTF-8', '{"__proto__":{}}'],
      ['text/plain;charset=UTF-8', '["$1","$@2","$Q3","$W4","$n99999999999"]'],
      ['text/plain;charset=UTF-8', `["${'a'.repeat(2_000_000)}"]`],
      ['application/json', '{'],
      [
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="0"\r\n\r\n["$K1"]\r\n--x--\r\n',
      ],
      [
        'multipart/form-data; boundary=x',
        '--x\r\nContent-Disposition: form-data; name="$ACTION_REF_1"\r\n\r\n\r\n--x--\r\n',
      ],
      ['application/x-www-form-urlencoded', `$ACTION_ID_${'0'.repeat(42)}=`],
      ['application/x-www-form-urlencoded', 'a=%zz&__proto__=1'],
    ];
    const asked = [real, '0'.repeat(42), '', 'nonsense', '../x', `${real}x`].flatMap((name) =>
      bodies.flatMap(([type, body]) =>
        [at, '/admin', '/login', `/desk/o/${codes[0]}`].map((to) => ({ name, type, body, to })),
      ),
    );
    await inTurn(asked, ({ name, type, body, to }) =>
      expectPolite(to, who, {
        method: 'POST',
        headers: { 'next-action': name, ...(type && { 'content-type': type }), accept: 'text/x-component' },
        body,
      }),
    );
    expect(server.said()).not.toMatch(complaints);
  }, 120_000);
});
