/** Values that no caller means: wrong types, wrong sizes, bytes that mean something elsewhere. As JSON text. */
const values = [
  'null',
  'true',
  '-1',
  '1.5',
  '1e400',
  '9007199254740993',
  '""',
  '"   "',
  '[]',
  '{}',
  '[[[[[[]]]]]]',
  '{"a":{"b":{"c":null}}}',
  '{"__proto__":{"kind":"system"}}',
  '{"constructor":{"prototype":{"x":1}}}',
  '"\\u0000"',
  '"\\ud800"',
  '"\\u202e坡里\\u2066"',
  '"😀😀😀😀😀😀😀😀"',
  '"\'; drop table orders; --"',
  '"<script>alert(1)</script>"',
  '"../../../../etc/passwd"',
  '"%s%n{{7*7}}<%= 7*7 %>"',
  '"2024-13-45T99:99:99+99:00"',
  '"NaN"',
  JSON.stringify('长'.repeat(5000)),
  JSON.stringify(Array(300).fill('x')),
];

/** Fields that some row of the contract reads; what belongs to none is garbage as well. */
const fields = [
  ...['account', 'password', 'item', 'words', 'place', 'contact', 'anonymous', 'confidential', 'channel', 'proxy'],
  ...['about', 'shiftStartsAt', 'slots', 'photos', 'clientId', 'version', 'code', 'queryCode', 'pin', 'phoneTail'],
  ...['handler', 'offer', 'cells', 'skills', 'note', 'how', 'reached', 'position', 'reason', 'basis', 'betterOwner'],
  ...[
    'outcome',
    'pieces',
    'missing',
    'waiver',
    'urgency',
    'solved',
    'stars',
    'doorAgreed',
    'via',
    'field',
    'toResident',
  ],
  ...['rightPlace', 'nobodyReadsThis'],
];

const queries = [
  ...[
    'limit=0',
    'limit=-5',
    'limit=9999999999999999999',
    'limit=1&limit=2',
    'cursor=%00',
    'cursor=W10',
    'cursor=WzEuNSwiYSJd',
  ],
  ...[
    'status=closed,,,nonsense',
    'view=nonsense',
    'view=__proto__',
    'updatedSince=yesterday',
    'updatedSince=1e99',
    'q=%25%5F%5C',
  ],
  ...[
    "q=' or 1=1 --",
    'q=%F0%9F%98%80',
    'lat=NaN&lng=Infinity',
    'lat=1e400&lng=0',
    'lat=34&lng=117',
    'address=%00',
    'parent=x',
  ],
  ...[
    'point=%ED%A0%80',
    'pin=000000',
    'phoneTail=%E4%B8%80',
    'area=320371003208',
    'due=never',
    'a[b][c]=1',
    '=&=&=',
    '%zz=%zz',
  ],
];

const parts = [
  'nonsense',
  '0',
  '-1',
  '%00',
  '%2e%2e',
  '..%2f..%2fetc',
  '%E5%9D%A1',
  '%F0%9F%98%80',
  'a'.repeat(3000),
  "'--",
  '%zz',
];

const types = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/octet-stream',
  'garbage',
];

const brokenJson = [
  '{',
  '[',
  '"',
  'nul',
  '{"a":}',
  '{"a":1,}',
  '\u0000',
  'undefined',
  '<xml/>',
  '{"a":1}{"b":2}',
  '5',
  '"text"',
  '[1]',
  'null',
];

export interface Garbage {
  path: string;
  method: string;
  headers: Record<string, string>;
  body: string | Uint8Array<ArrayBuffer> | undefined;
}

export function garbageMaker(random: () => number, known: { codes: string[]; tokens: string[] }) {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const often = (share: number) => random() < share;

  function jsonObject(): string {
    const names = fields.filter(() => often(0.3));
    return `{${names.map((name) => `"${name}":${pick(values)}`).join(',')}}`;
  }
  function body(): Garbage['body'] {
    if (often(0.55)) return jsonObject();
    if (often(0.6)) return pick(brokenJson);
    if (often(0.3)) return undefined;
    return Uint8Array.from({ length: Math.floor(random() * 400) }, () => Math.floor(random() * 256));
  }
  const headers = (): Record<string, string> => ({
    ...(often(0.75) ? { 'content-type': 'application/json' } : often(0.8) ? { 'content-type': pick(types) } : {}),
    ...(often(0.5) ? { authorization: `Bearer ${often(0.9) ? pick(known.tokens) : 'pyt_nonsense'}` } : {}),
    ...(often(0.1) ? { 'idempotency-key': pick(['x', '"', '\u00ff', 'a'.repeat(500)]) } : {}),
    ...(often(0.1) ? { cookie: pick(['next-auth.session-token=garbage', 'locale=../../x; size=;;;', '=;=']) } : {}),
    ...(often(0.1) ? { 'accept-language': pick(['*', 'xx-YY;q=nonsense', 'a'.repeat(2000)]) } : {}),
  });
  const fill = (path: string) =>
    path.replace(/\{\w+\}|\[[\w.]+\]/g, () => (often(0.5) ? pick(known.codes) : pick(parts)));
  const query = () => (often(0.5) ? `?${[pick(queries), ...(often(0.5) ? [pick(queries)] : [])].join('&')}` : '');

  return {
    /** Garbage for one method and path; `{name}` and `[name]` become what is there, or nonsense. */
    at(method: string, path: string): Garbage {
      const bodiless = method === 'GET' || method === 'HEAD';
      return { method, path: `${fill(path)}${query()}`, headers: headers(), body: bodiless ? undefined : body() };
    },
    /** Any method on a path that is made up. */
    anywhere(base: string): Garbage {
      const path = `${base}/${Array.from({ length: 1 + Math.floor(random() * 4) }, () => pick(parts)).join('/')}`;
      return this.at(pick(['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'HEAD']), path);
    },
  };
}
