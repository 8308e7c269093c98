import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { callOffLetter } from '@/lib/letters/commands/call-off-letter';
import { closeLetter } from '@/lib/letters/commands/close-letter';
import { extendLetter } from '@/lib/letters/commands/extend-letter';
import { receiveLetter } from '@/lib/letters/commands/receive-letter';
import { replyToLetter } from '@/lib/letters/commands/reply-to-letter';
import { sendBackReply } from '@/lib/letters/commands/send-back-reply';
import { sendLetter } from '@/lib/letters/commands/send-letter';
import { getLetter } from '@/lib/letters/queries/get-letter';
import { listEvents } from '@/lib/letters/queries/list-events';
import { listLetters } from '@/lib/letters/queries/list-letters';
import { drainOutbox } from '@/lib/worker/drain';
import { sharedCommunity } from '@/tests/support/community';
import { poli } from '@/tests/support/deliberations';
import { anOrder, perform, rowOf, snapshot, submitted } from '@/tests/support/orders';

const c = sharedCommunity();
const today = () => new Date(c().clock.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const later = (days: number) =>
  new Date(c().clock.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);

const letter = (over: Record<string, unknown> = {}) => ({
  clientId: newId(),
  community: poli,
  subject: '三号楼前电缆井的归属',
  words: '井盖破损，请供电、物业到场认定归属并在三日内答复由谁更换。',
  lead: 'DHS-UTIL',
  co: ['PL-PROP', 'DHS-DEPT'],
  replyBy: later(3),
  ...over,
});
const key = <More extends object>(code: string, over: More = {} as More) => ({ code, clientId: newId(), ...over });
const send = async (over: Record<string, unknown> = {}) => sendLetter(await c().as('limin'), letter(over));

/** What a letter means for its order is an effect after the commit. */
async function settled() {
  while ((await drainOutbox(c().ctx())) > 0);
}

async function received(who: string, code: string) {
  await receiveLetter(await c().as(who), key(code));
}

describe('工作联系单', () => {
  it('goes to one lead and others, is received, answered and closed; every step is in its history', async () => {
    const { code } = await send();
    expect(code).toMatch(/^PL-LX-\d{4}-\d{3}$/);
    const asGongshui = await c().as('gongshui');
    expect((await getLetter(asGongshui, { code })).abilities).toEqual(['receive']);
    await received('gongshui', code);
    await received('gaofeng', code);
    await replyToLetter(asGongshui, key(code, { words: '井归供电所，明天上午更换井盖。' }));
    await replyToLetter(await c().as('gaofeng'), key(code, { words: '物业已先围挡。' }));
    const limin = await c().as('limin');
    const seen = await getLetter(limin, { code });
    expect(seen.units.map(({ code: unit, part, late }) => [unit, part, late])).toEqual([
      ['DHS-UTIL', 'lead', false],
      ['DHS-DEPT', 'co', false],
      ['PL-PROP', 'co', false],
    ]);
    expect(seen.units[0]?.replies.map(({ words }) => words)).toEqual(['井归供电所，明天上午更换井盖。']);
    await closeLetter(limin, key(code, { version: seen.version, reason: '归属已明确，供电所负责更换。' }));
    const { items } = await listEvents(limin, { code });
    expect(items.map(({ type }) => type)).toEqual([
      'letter.sent',
      'letter.received',
      'letter.received',
      'letter.replied',
      'letter.replied',
      'letter.closed',
    ]);
    expect(JSON.stringify(items)).not.toContain('井');
  });

  it('is numbered without a gap, by many at once, and one called off keeps its number', async () => {
    const before = Number((await send()).code.slice(-3));
    const limin = await c().as('limin');
    const made = await Promise.all(Array.from({ length: 12 }, () => sendLetter(limin, letter())));
    expect(made.map(({ code }) => Number(code.slice(-3))).sort((a, b) => a - b)).toEqual(
      Array.from({ length: 12 }, (_, at) => before + 1 + at),
    );
    await expect(sendLetter(limin, letter({ replyBy: '2020-01-01' }))).rejects.toMatchObject({
      reason: 'letter.day_past',
    });
    const off = made[0]?.code ?? '';
    await callOffLetter(limin, key(off, { version: 1, reason: '发错单位，作废。' }));
    expect(Number((await send()).code.slice(-3))).toBe(before + 13);
    expect((await getLetter(limin, { code: off })).status).toBe('called_off');
  });

  it('sent twice with one key is one letter', async () => {
    const limin = await c().as('limin');
    const input = letter();
    const [first, second] = await Promise.all([sendLetter(limin, input), sendLetter(limin, input)]);
    expect(second).toEqual(first);
  });

  it('keeps the work of its order from being handed in while the lead owes its reply', async () => {
    const order = await anOrder(c(), { state: 'in_progress', holder: 'unit' });
    const { code, version } = await send({ order: order.code });
    await settled();
    const before = await snapshot(c());
    const hindered = { code: 'rule', reason: 'order.letter_open', details: { params: { letter: code } } };
    await expect(perform(c(), 'gaofeng', 'submit_evidence', order)).rejects.toMatchObject(hindered);
    expect(await snapshot(c())).toEqual(before);
    await received('gongshui', code);
    const gongshui = await c().as('gongshui');
    await replyToLetter(gongshui, key(code, { words: '由我们更换。' }));
    const limin = await c().as('limin');
    await sendBackReply(limin, key(code, { version, reason: '没有写哪天更换。', replyBy: later(2) }));
    await settled();
    await expect(perform(c(), 'gaofeng', 'submit_evidence', order)).rejects.toMatchObject(hindered);
    await replyToLetter(gongshui, key(code, { words: '后天上午更换。' }));
    await settled();
    await perform(c(), 'gaofeng', 'submit_evidence', order);
    expect((await rowOf(c(), order)).status).toBe('awaiting_verification');
    await expect(send({ order: order.code })).rejects.toMatchObject({ reason: 'letter.order_handed_in' });
  });

  it('is received once for a unit, before its reply, and closed after the lead’s', async () => {
    const { code } = await send();
    const gongshui = await c().as('gongshui');
    await expect(replyToLetter(gongshui, key(code, { words: '马上处理。' }))).rejects.toMatchObject({
      reason: 'letter.receive_first',
    });
    const twice = await Promise.allSettled([receiveLetter(gongshui, key(code)), receiveLetter(gongshui, key(code))]);
    expect(twice.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const limin = await c().as('limin');
    const { version } = await getLetter(limin, { code });
    for (const [verb, more] of [
      [closeLetter, {}],
      [sendBackReply, { replyBy: later(1) }],
    ] as const)
      await expect(
        (verb as typeof closeLetter)(limin, key(code, { version, reason: '已经说清楚了。', ...more }) as never),
      ).rejects.toMatchObject({ reason: 'letter.lead_owes_reply' });
  });

  it('has a later last day with a reason, never an earlier one, and is listed once it is late', async () => {
    const { code } = await send({ replyBy: today() });
    const limin = await c().as('limin');
    const more = { version: 1, reason: '供电所要先报上级。' };
    await expect(extendLetter(limin, key(code, { ...more, replyBy: today() }))).rejects.toMatchObject({
      reason: 'letter.not_later',
    });
    await extendLetter(limin, key(code, { ...more, replyBy: later(1) }));
    const lateCodes = async () => (await listLetters(limin, { view: 'late' })).items.map((one) => one.code);
    expect(await lateCodes()).not.toContain(code);
    const now = c().clock.now();
    c().clock.set(now + 2 * 86_400_000);
    expect(await lateCodes()).toContain(code);
    const { units } = await getLetter(limin, { code });
    expect(units.every(({ late }) => late)).toBe(true);
    c().clock.set(now);
  });

  it('exists for its sender, its units and who watches, and for nobody else', async () => {
    const { code } = await send({ co: [] });
    for (const who of ['limin', 'shuji', 'gongshui', 'jiedao', 'dujuan'])
      expect((await getLetter(await c().as(who), { code })).code, who).toBe(code);
    for (const who of ['gaofeng', 'dingsheng', 'liuyang', 'zhengshucheng', 'wangguilan', 'admin']) {
      const ctx = await c().as(who);
      await expect(getLetter(ctx, { code }), who).rejects.toMatchObject({ code: 'not_found' });
      await expect(receiveLetter(ctx, key(code)), who).rejects.toMatchObject({ code: 'not_found' });
      const { items } = await listLetters(ctx, {});
      expect(items.map((one) => one.code)).not.toContain(code);
      await expect(sendLetter(ctx, letter()), who).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('never tells a unit of a complaint about itself, nor anybody of an order that is to stay closed', async () => {
    const about = await submitted(c(), { about: { unit: 'PL-PROP' } });
    await expect(send({ order: about.code, lead: 'PL-PROP', co: [] })).rejects.toMatchObject({
      reason: 'letter.to_its_subject',
    });
    const confidential = await submitted(c(), { confidential: true });
    await expect(send({ order: confidential.code })).rejects.toMatchObject({ reason: 'letter.order_not_for_others' });
  });

  it('names the field of a unit that is not there, or led already', async () => {
    await expect(send({ lead: 'NOBODY' })).rejects.toMatchObject({
      reason: 'letter.unit_unknown',
      details: { issues: [{ path: 'lead' }] },
    });
    await expect(send({ co: ['DHS-UTIL'] })).rejects.toMatchObject({ details: { issues: [{ path: 'co' }] } });
  });
});
