import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeAll, describe, expect, it } from 'vitest';
import { root } from '@/bench/app-server';
import { receiptHash } from '@/lib/deliberation/ballots';
import { newId } from '@/lib/kernel/ids';
import zh from '@/messages/zh-CN.json';
import { signInBrowser } from '../support/page-forms';
import { call, servedBuild, signIn } from '../support/server';
import { wholeDatabase } from '../support/whole-database';

const served = servedBuild();
const base = () => served().server.base;
const file = () => served().place.file;

/** Who votes how, in the order in which they come; the roll has them in another. */
const votes = [
  ['zhoujianguo', 'no'],
  ['liuyang', 'yes'],
  ['annakeller', 'yes'],
  ['wangguilan', 'abstain'],
  ['mali', 'yes'],
  ['sunxiuying', 'no'],
  ['luping', 'yes'],
] as const;
const voters = votes.map(([who]) => who);
/** A roll takes an account only beside the name that it carries. */
const names = {
  zhoujianguo: '周建国',
  liuyang: '刘洋',
  annakeller: 'Anna Keller',
  wangguilan: '王桂兰',
  mali: '马丽',
  sunxiuying: '孙秀英',
  luping: '陆萍',
} as const;

let code = '';
let meeting = '';
let digest = '';
/** Of each vote in the order of coming: the key of its form, and the receipt that was handed out for it. */
const cast: { key: string; receipt: string; hash: string }[] = [];

/** A vote on the web alone, from the calling to the count, over HTTP. */
beforeAll(async () => {
  const tokens = await signIn(base(), ['shuji', ...voters]);
  const post = async (at: string, body: object, who: keyof typeof tokens = 'shuji') => {
    const { status, json, text } = await call(base(), 'POST', at, { clientId: newId(), ...body }, tokens[who]);
    if (status >= 300) throw new Error(`${at}: ${status} ${text}`);
    return json as { code: string; version: number; receipt: string };
  };
  let now = await post('/deliberations', {
    ...{ community: '320371003208', title: '河边装路灯', motive: 'proposed_by_residents' },
  });
  code = now.code;
  const act = async (action: string, body: object = {}) => {
    now = await post(`/deliberations/${code}/actions/${action}`, { version: now.version, ...body });
  };
  await act('state-basis', { basis: 'not_shared' });
  const { openedAt } = (await call(base(), 'GET', `/deliberations/${code}`, undefined, tokens.shuji)).json;
  const heldAt = new Date(Date.parse(String(openedAt)) + 2500).toISOString();
  const votesUntil = new Date(Date.parse(heldAt) + 3_600_000).toISOString();
  await act('convene', { body: 'party_committee', heldAt, place: '党群服务中心', web: true, votesUntil });
  await act('enter-roll', { seats: [...voters].sort().map((account) => ({ name: names[account], account })) });
  await act('freeze-roll');
  await new Promise((done) => setTimeout(done, 2600));
  await act('open-vote');
  meeting = String((wholeDatabase(file()).rows.deliberation_meeting ?? []).at(-1)?.id);
  for (const [who, choice] of votes) {
    const key = crypto.randomUUID();
    const { receipt } = await post(`/deliberations/${code}/actions/cast`, { clientId: key, choice }, who);
    cast.push({ key, receipt, hash: receiptHash(meeting, receipt) });
  }
  await act('close-vote');
}, 120_000);

const open = async (at: string) => (await fetch(base() + at, { headers: { 'accept-language': 'zh-CN' } })).text();
const listPath = () => `/board/${code}/tally/${meeting}`;

describe('who voted how', () => {
  it('stands in no row: no key, no receipt, and the hash of one in the ballot alone', () => {
    const { rows } = wholeDatabase(file());
    const holding = (text: string) =>
      Object.entries(rows).flatMap(([table, all]) =>
        all.filter((row) => JSON.stringify(row).includes(text)).map(() => table),
      );
    expect(rows.deliberation_ballot).toHaveLength(votes.length);
    for (const { key, receipt, hash } of cast) {
      expect([holding(key), holding(receipt), holding(hash)]).toEqual([[], [], ['deliberation_ballot']]);
    }
    // What a row of a ballot holds is its meeting, the hash, the choice and its seal: nobody, no number, no time.
    const people = (rows.person ?? []).map((row) => String(row.id));
    for (const row of rows.deliberation_ballot ?? []) {
      expect(Object.keys(row).sort()).toEqual(['choice', 'meeting_id', 'receipt_hash', 'seal']);
      expect(people.filter((id) => JSON.stringify(row).includes(id))).toEqual([]);
    }
  });

  it('cannot be read from the order in which rows lie, nor from a time that one voter has and another has not', () => {
    const db = new Database(file(), { readonly: true });
    const lying = db.prepare('SELECT receipt_hash FROM deliberation_ballot ORDER BY rowid').pluck().all();
    const roll = db.prepare('SELECT ordinal, present_at, voted_on FROM deliberation_roll ORDER BY rowid').all();
    db.close();
    const came = cast.map(({ hash }) => hash);
    expect(lying).toEqual([...came].sort());
    expect(lying).not.toEqual(came);
    const seats = roll as { ordinal: number; present_at: unknown; voted_on: unknown }[];
    expect(seats.map(({ ordinal }) => ordinal)).toEqual(voters.map((_, i) => i + 1));
    expect(new Set(seats.map(({ present_at, voted_on }) => `${present_at} ${voted_on}`)).size).toBe(1);
  });

  it('is told by no event, no message and no line of the trail: they say that somebody voted', () => {
    const { rows } = wholeDatabase(file());
    const events = (rows.case_event ?? []).filter(({ type }) => type === 'deliberation.cast');
    expect(events).toHaveLength(votes.length);
    const seen = events.map(({ actor, relation, data }) => `${actor} ${relation} ${data}`);
    expect(new Set(seen)).toEqual(new Set([`voter voter {"meeting":"${meeting}"}`]));
    // Beside signing in, and that all were told of the vote, nothing was written of any voter.
    const of = (who: string) => (rows.account ?? []).find(({ login }) => login === who)?.person_id;
    const aboutVoters = [
      'audit_entry',
      'notice',
      'outbox_message',
      'replay_key',
      'case_event',
      'throttle_counter',
    ].flatMap((table) =>
      (rows[table] ?? [])
        .filter((row) => voters.some((who) => JSON.stringify(row).includes(String(of(who)))))
        .filter(({ action, kind }) => !String(action).startsWith('sign_in') && kind !== 'deliberation.vote_opened')
        .map((row) => `${table}: ${JSON.stringify(row)}`),
    );
    expect(aboutVoters).toEqual([]);
    for (const { key, receipt, hash } of cast) {
      for (const secret of [key, receipt, hash]) expect(served().server.said()).not.toContain(secret);
    }
  });

  it('is not on the page, in the list or in an answer: no receipt, no voter, nothing in the order of coming', async () => {
    const [page, list, answer] = await Promise.all([
      open(`/board/${code}`),
      open(listPath()),
      call(base(), 'GET', `/deliberations/${code}`).then(({ text }) => text),
    ]);
    for (const text of [page, list, answer]) {
      for (const { receipt, key } of cast) expect([text.includes(receipt), text.includes(key)]).toEqual([false, false]);
      for (const who of voters) expect(text).not.toContain(who);
    }
    const hashes = list
      .trim()
      .split('\n')
      .map((line) => line.split(' ')[0]);
    expect(hashes).toEqual(cast.map(({ hash }) => hash).sort());
  });
});

/** The script in a folder of its own, with what a stranger has: the digest and the list from the page. */
function recount(digestOfPage: string, lines: string): { code: number | null; said: string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'poyou-recount-'));
  try {
    writeFileSync(
      path.join(folder, 'recount-tally.mjs'),
      readFileSync(path.join(root, 'scripts', 'recount-tally.mjs')),
    );
    writeFileSync(path.join(folder, 'tally.txt'), lines);
    const done = spawnSync(process.execPath, ['recount-tally.mjs', digestOfPage, 'tally.txt'], {
      ...{ cwd: folder, encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
    });
    return { code: done.status, said: `${done.stdout}${done.stderr}` };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the page shows of the ballots: the fingerprint that fits to a vote on the web. */
const digestsOf = (html: string): string[] =>
  [...html.matchAll(/class="digest"[^>]*>([0-9a-f]{64})</g)].map(([, value = '']) => value);

describe('a stranger with the page alone', () => {
  it('counts the list again without the program, and gets the numbers of the page', async () => {
    const [page, list] = [await open(`/board/${code}`), await open(listPath())];
    expect(page).toContain(`href="${listPath()}"`);
    digest = digestsOf(page).find((one) => recount(one, list).code === 0) ?? '';
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    expect(recount(digest, list).said).toContain('赞成 yes 4\n反对 no 2\n弃权 abstain 1\n合计 total 7\n');
    expect(page).toContain('赞成 4 人，反对 2 人，弃权 1 人');
  });

  it('finds their own vote by the receipt, and nobody who has none', async () => {
    const ask = async (receipt: string) => {
      const answer = await fetch(`${base()}/board/${code}/receipt`, {
        ...{ method: 'POST', redirect: 'manual', headers: { origin: base(), 'accept-language': 'zh-CN' } },
        body: new URLSearchParams({ meeting, receipt }),
      });
      return { status: answer.status, html: await answer.text() };
    };
    const words = { yes: '赞成', no: '反对', abstain: '弃权' };
    for (const [i, [, choice]] of votes.entries()) {
      const { status, html } = await ask(cast[i]?.receipt ?? '');
      expect([status, html.includes(`您的这一票是“${words[choice]}”`)]).toEqual([200, true]);
    }
    for (const typed of [
      '',
      '0'.repeat(16),
      cast[0]?.hash ?? '',
      cast[0]?.key ?? '',
      cast[0]?.receipt.slice(0, 15) ?? '',
    ]) {
      expect((await ask(typed)).status, typed).toBe(404);
    }
  });

  it('notices one changed, one dropped and one added ballot, by the script and on the page', async () => {
    const db = new Database(file());
    const first = cast[0]?.hash ?? '';
    const [row] = db.prepare('SELECT * FROM deliberation_ballot WHERE receipt_hash = ?').all(first) as Record<
      string,
      string
    >[];
    const put = db.prepare(
      'INSERT INTO deliberation_ballot (meeting_id, receipt_hash, choice, seal) VALUES (?, ?, ?, ?)',
    );
    const drop = db.prepare('DELETE FROM deliberation_ballot WHERE receipt_hash = ?');
    const change = db.prepare('UPDATE deliberation_ballot SET choice = ? WHERE receipt_hash = ?');
    const strange = 'f'.repeat(64);
    const tamperings: [what: string, done: () => unknown, undone: () => unknown][] = [
      ['changed', () => change.run('yes', first), () => change.run('no', first)],
      ['dropped', () => drop.run(first), () => put.run(meeting, first, row?.choice, row?.seal)],
      ['added', () => put.run(meeting, strange, 'yes', row?.seal), () => drop.run(strange)],
    ];
    try {
      for (const [what, done, undone] of tamperings) {
        done();
        const [page, list] = [await open(`/board/${code}`), await open(listPath())];
        expect([what, digestsOf(page).includes(digest), recount(digest, list).code]).toEqual([what, true, 1]);
        expect(recount(digest, list).said).toContain('校验值不符');
        expect([what, page.includes(zh.board.receipt.broken)]).toEqual([what, true]);
        undone();
        expect(recount(digest, await open(listPath())).code).toBe(0);
      }
    } finally {
      db.close();
    }
    expect(await open(`/board/${code}`)).not.toContain(zh.board.receipt.broken);
  });

  it('is told how in the documents, by the very command', () => {
    const told = readFileSync(path.join(root, 'docs', 'tally.md'), 'utf8');
    expect(told).toContain('node scripts/recount-tally.mjs');
    const script = readFileSync(path.join(root, 'scripts', 'recount-tally.mjs'), 'utf8');
    expect([...script.matchAll(/from '([^']+)'/g)].map(([, from]) => from)).toEqual(['node:crypto', 'node:fs']);
  });
});

describe('a ballot page', () => {
  it('is over for everybody once the vote is, with what they would have sent taken by nobody', async () => {
    const cookie = await signInBrowser(base(), 'zhoujianguo');
    const before = wholeDatabase(file()).rows.deliberation_ballot;
    const answer = await fetch(`${base()}/board/${code}/vote`, {
      ...{ method: 'POST', redirect: 'manual', headers: { origin: base(), cookie } },
      body: new URLSearchParams({ clientId: crypto.randomUUID(), choice: 'yes' }),
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(wholeDatabase(file()).rows.deliberation_ballot).toEqual(before);
  });
});
