import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { chainedEvent, eventHash, genesisHash } from '@/lib/casework/chain';
import { eventsOf } from '@/lib/casework/store';
import type { Context } from '@/lib/kernel/context';
import { isDomainError } from '@/lib/kernel/errors';
import { notice } from '@/lib/notices/tables';
import { changeList } from '@/lib/rounds/commands/change-list';
import { closeOverRounds } from '@/lib/rounds/commands/close-over-rounds';
import { closeRound } from '@/lib/rounds/commands/close-round';
import { collectOpinion } from '@/lib/rounds/commands/collect-opinion';
import { openRound } from '@/lib/rounds/commands/open-round';
import { publishList } from '@/lib/rounds/commands/publish-list';
import { writeDownOpinion } from '@/lib/rounds/commands/write-down-opinion';
import { countEntries, findRound, listsOf } from '@/lib/rounds/facts';
import { getRound } from '@/lib/rounds/queries/get-round';
import { listRounds } from '@/lib/rounds/queries/list-rounds';
import { opinionEntry } from '@/lib/rounds/tables';
import { drainOutbox } from '@/lib/worker/drain';
import { sharedCommunity } from '@/tests/support/community';
import { poli } from '@/tests/support/deliberations';

const c = sharedCommunity();
const dayMs = 86_400_000;
let callers = 0;
/** Somebody of their own address, so that one test's throttle is not another's. */
const anyone = () => c().ctx({ kind: 'anonymous' }, { caller: { address: `203.0.113.${++callers}` } });

const question = {
  question: '活动室晚上开到几点合适？',
  questionEn: 'How late should the activity room stay open?',
  words: '现在开到下午五点。',
  opensOn: '2024-01-15',
  closesOn: '2024-01-24',
};
const list = [
  { heard: '上班的人希望晚饭后也能用', doing: '周一到周五开到二十点', who: '社区办公室', dueOn: '2024-02-01' },
  { heard: '有人担心打牌声音大', doing: '二十点以后只留阅览室' },
];

async function opened(more: Partial<typeof question> = {}) {
  const shuji = await c().as('shuji');
  const { code } = await openRound(shuji, { clientId: randomUUID(), community: poli, ...question, ...more });
  return { code, shuji, clerk: await c().as('chenchen') };
}

const onNow = async (code: string) => ({
  code,
  version: (await findRound(anyone().db, code))?.version ?? 0,
  clientId: randomUUID(),
});
const reason = '活动室下周装修，先把意见整理出来';
const early = async (code: string) => ({ ...(await onNow(code)), reason });
const say = (who: Context, code: string, words = '开到晚上八点就行。') =>
  collectOpinion(who, { code, clientId: randomUUID(), words });

/** Why it is refused, and that the round with all that was said is as it was. */
async function refusedOn(code: string, doing: () => Promise<unknown>): Promise<string> {
  const stands = async () => {
    const row = await findRound(anyone().db, code);
    return [row, row && (await countEntries(anyone().db, row.id)), row && (await listsOf(anyone().db, row.id))];
  };
  const before = await stands();
  const error = await doing().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!isDomainError(error)) throw error ?? new Error('it was not refused');
  expect(await stands()).toEqual(before);
  return error.reason;
}

describe('an opinion round (M20)', () => {
  it('asks, collects by web, paper and meeting, and ends with 我们听到 / 我们做', async () => {
    const { code, shuji, clerk } = await opened();
    expect(code).toMatch(/^PL-YJ-2024-\d{3}$/);
    await say(anyone(), code);
    const sent = { code, clientId: randomUUID(), words: '打牌声音别太大。' };
    const [who] = [anyone()];
    await collectOpinion(who, sent);
    await collectOpinion(who, sent);
    await writeDownOpinion(clerk, { code, clientId: randomUUID(), way: 'paper', words: '冬天能不能早点开门。' });
    await writeDownOpinion(clerk, {
      code,
      clientId: randomUUID(),
      way: 'representative_meeting',
      words: '代表们多数赞成开到二十点。',
      heads: 37,
    });
    const read = await getRound(anyone(), { code });
    expect(read).toMatchObject({ phase: 'collecting', entries: null, lists: [] });
    expect(Object.fromEntries(read.counts.map((one) => [one.way, [one.entries, one.heads]]))).toEqual({
      web: [2, 2],
      paper: [1, 1],
      representative_meeting: [1, 37],
    });
    expect(JSON.stringify(read)).not.toMatch(/声音别太大|早点开门/);
    expect((await getRound(clerk, { code })).entries).toHaveLength(4);

    expect(await refusedOn(code, async () => publishList(shuji, { ...(await onNow(code)), rows: list }))).toBe(
      'round.not_in_state',
    );
    expect(await refusedOn(code, async () => closeRound(clerk, await onNow(code)))).toBe('round.not_for_you');
    // Before the last day is over everybody is told why.
    expect(await refusedOn(code, async () => closeRound(shuji, await onNow(code)))).toBe('round.early_without_reason');
    await closeRound(shuji, await early(code));
    expect((await getRound(anyone(), { code })).endedEarly).toBe(reason);
    expect(await refusedOn(code, () => say(anyone(), code))).toBe('round.not_in_state');
    expect(await refusedOn(code, async () => publishList(shuji, { ...(await onNow(code)), rows: [] }))).toBe(
      'input.invalid',
    );
    // Somebody's own sentence, with another full stop.
    const copied = [{ heard: '打牌声音别太大！', doing: '二十点以后只留阅览室' }];
    expect(await refusedOn(code, async () => publishList(shuji, { ...(await onNow(code)), rows: copied }))).toBe(
      'round.word_for_word',
    );
    await publishList(shuji, { ...(await onNow(code)), rows: list });
    const first = c().clock.now();
    c().clock.advance(dayMs);
    await changeList(shuji, {
      ...(await onNow(code)),
      rows: [...list, { heard: '冬天想早点来', doing: '八点半开门' }],
    });
    const done = await getRound(anyone(), { code });
    expect(done).toMatchObject({ phase: 'published', entries: null });
    expect(done.lists.map((one) => [one.version, one.rows.length])).toEqual([
      [1, 2],
      [2, 3],
    ]);
    // Each version says when it was published.
    expect(done.lists.map((one) => one.at)).toEqual([first, first + dayMs]);
    c().clock.advance(-dayMs);
    expect((await listRounds(anyone(), { community: poli })).items.map((one) => one.code)).toContain(code);
  });

  it('repeats nobody’s sentence in either half, nor a piece of one', async () => {
    const { code, shuji } = await opened();
    await say(anyone(), code, '我住三楼，每天晚上打牌声吵得睡不着！冬天能不能早点开门？开到九点');
    await closeRound(shuji, await early(code));
    const publish = async (heard: string, doing: string) =>
      publishList(shuji, {
        ...(await onNow(code)),
        rows: [
          { heard: '有人担心声音大', doing: '九点以后只留阅览室' },
          { heard, doing },
        ],
      });
    for (const [heard, doing] of [
      // One sentence of several, then within another text, then a piece cut out of it, then in what is done.
      ['冬天能不能早点开门。', '八点半开门'],
      ['有居民问：冬天能不能早点开门？我们看了', '八点半开门'],
      ['每天晚上打牌声吵得睡不着', '二十点以后只留阅览室'],
      ['想早点来', '针对“每天晚上，打牌声吵得睡不着”，加装隔音'],
    ] as const) {
      expect(await refusedOn(code, () => publish(heard, doing)), heard).toBe('round.word_for_word');
    }
    // A few words that anybody says are nobody's own.
    await publish('开到九点', '开到九点，由值班员锁门');
  });

  it('shows those who write the list every opinion, page by page', async () => {
    const { code, clerk, shuji } = await opened();
    const row = await findRound(clerk.db, code);
    const at = c().clock.now();
    const entries = Array.from({ length: 450 }, (_, i) => ({
      id: `entry-${code}-${String(i).padStart(3, '0')}`,
      roundId: row?.id ?? '',
      way: 'web' as const,
      words: `第${i}条意见`,
      heads: 1,
      typedBy: null,
      at: at - Math.floor(i / 7),
    }));
    await c()
      .ctx()
      .transaction(async (tx) => {
        for (let i = 0; i < entries.length; i += 50) {
          await tx
            .insert(opinionEntry)
            .values(entries.slice(i, i + 50))
            .returning();
        }
      });
    const read: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await getRound(shuji, { code, cursor });
      read.push(...(page.entries ?? []).map(({ id }) => id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(new Set(read).size).toBe(450);
    expect(read).toHaveLength(450);
    expect(await getRound(anyone(), { code })).toMatchObject({ entries: null, nextCursor: null });
    await expect(getRound(shuji, { code, cursor: 'x' })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('keeps a chained history that names nobody who spoke and repeats nothing of it', async () => {
    const { code, shuji } = await opened();
    await say(await c().as('wangguilan'), code, '我家老人想晚上去坐坐。');
    await closeRound(shuji, await early(code));
    const row = await findRound(shuji.db, code);
    const events = await eventsOf(shuji.db, 'round', row?.id ?? '');
    expect(events.map((event) => event.type)).toEqual(['round.opened', 'round.collected', 'round.closed']);
    let prev = genesisHash;
    for (const { fromStatus: from, toStatus: to, ...event } of events) {
      expect(event.prevHash).toBe(prev);
      expect(eventHash(chainedEvent({ ...event, from, to }))).toBe(event.hash);
      prev = event.hash;
    }
    const text = JSON.stringify(events);
    expect(text).not.toContain(c().idOf('wangguilan'));
    expect(text).not.toContain('老人');
  });

  it('is asked by the secretary alone, on days that are still to come', async () => {
    const open = async (who: Context, more: Partial<typeof question> = {}) =>
      openRound(who, { clientId: randomUUID(), community: poli, ...question, ...more });
    await expect(open(await c().as('chenchen'))).rejects.toMatchObject({ reason: 'round.not_for_you' });
    const shuji = await c().as('shuji');
    await expect(open(shuji, { opensOn: '2024-01-01', closesOn: '2024-01-14' })).rejects.toMatchObject({
      reason: 'round.closes_in_past',
    });
    await expect(open(shuji, { closesOn: '2024-01-14' })).rejects.toMatchObject({ reason: 'input.invalid' });
  });

  it('takes nothing before its first day nor after its last; paper may be typed until it is closed', async () => {
    const { code, clerk } = await opened({ opensOn: '2024-01-16', closesOn: '2024-01-17' });
    expect(await refusedOn(code, () => say(anyone(), code))).toBe('round.not_begun');
    c().clock.advance(2 * dayMs);
    await say(anyone(), code);
    c().clock.advance(dayMs);
    expect(await refusedOn(code, () => say(anyone(), code))).toBe('round.over');
    const paper = { way: 'paper' as const, words: '八点关门就行了。' };
    await writeDownOpinion(clerk, { code, clientId: randomUUID(), ...paper });
    expect(
      await refusedOn(code, () => writeDownOpinion(clerk, { code, clientId: randomUUID(), ...paper, heads: 3 })),
    ).toBe('input.invalid');
    // Nobody closes it: a week later the clock does, once, and says so to those who write the list.
    expect(await closeOverRounds(c().ctx({ kind: 'system', name: 'clock' }))).toBe(0);
    c().clock.advance(7 * dayMs);
    const clock = c().ctx({ kind: 'system', name: 'clock' });
    expect(await closeOverRounds(clock)).toBeGreaterThanOrEqual(1);
    expect((await findRound(clock.db, code))?.status).toBe('closed');
    while ((await drainOutbox(c().ctx())) > 0);
    const told = await clock.db.select().from(notice).where(eq(notice.orderCode, code));
    expect(new Set(told.map((one) => one.kind))).toEqual(new Set(['round.closed']));
    expect(told.map((one) => one.personId)).toContain(c().idOf('shuji'));
    c().clock.advance(-10 * dayMs);
  });

  it('stops whoever floods it from one address, and counts both of two who speak at once', async () => {
    const { code, shuji } = await opened();
    const flooder = anyone();
    let refused = '';
    for (let i = 0; i < 60 && refused === ''; i++)
      await say(flooder, code, `第${i}条意见写给大家`).catch((error: unknown) => {
        refused = isDomainError(error) ? error.reason : String(error);
      });
    expect(refused).toBe('throttle.comment_address');
    const { code: quiet } = await opened();
    await Promise.all([say(anyone(), quiet), say(anyone(), quiet)]);
    expect((await getRound(shuji, { code: quiet })).counts).toEqual([{ way: 'web', entries: 2, heads: 2 }]);
  });

  it('publishes the first of two lists that are sent at once', async () => {
    const { code, shuji } = await opened();
    await closeRound(shuji, await early(code));
    const seen = await onNow(code);
    const both = await Promise.allSettled(
      [1, 2].map((n) => publishList(shuji, { ...seen, clientId: randomUUID(), rows: list.slice(0, n) })),
    );
    expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect((await getRound(shuji, { code })).lists).toHaveLength(1);
  });
});
