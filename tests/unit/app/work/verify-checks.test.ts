import { describe, expect, it } from 'vitest';
import { type CheckedOrder, gapsOf, verifyChecks } from '@/app/_work/verify-checks';

type Event = CheckedOrder['timeline'][number];
const event = (
  seq: number,
  type: string,
  time: string,
  data: Record<string, unknown> = {},
  words: string | null = null,
) => ({ seq, type: `order.${type}`, at: `2024-01-15T${time}:00+08:00`, data, words }) as unknown as Event;

const evidence = event(9, 'evidence_submitted', '14:00');
function order(events: Event[], more: Partial<CheckedOrder> = {}): CheckedOrder {
  return {
    timeline: [...events, evidence],
    photos: [],
    evidence: [{ round: 9, kind: 'text', text: '已修好', missingReason: null }],
    checklist: { kinds: 'text', proven: [] },
    clock: { finishBy: '2024-01-15T18:00:00+08:00' } as CheckedOrder['clock'],
    flags: { anonymous: false, confidential: false, proxy: false, sealed: false },
    ...more,
  };
}
const checked = (one: CheckedOrder) =>
  Object.fromEntries(verifyChecks(one).map((c) => [c.key, `${c.state} ${c.words}`]));

describe('the checks made for a verifier', () => {
  it('has nothing to say against a complete order', () => {
    const one = order([
      event(3, 'contacted', '10:00', { reached: true }),
      event(4, 'arrived', '11:00', { metres: 12, byCode: false, far: false }),
    ]);
    expect(checked(one)).toEqual({
      pieces: 'ok pieces_complete',
      arrival: 'ok arrived',
      time: 'ok in_time',
      contact: 'ok contacted',
    });
    expect(verifyChecks(one).find(({ key }) => key === 'arrival')?.values).toEqual({ metres: 12 });
  });

  it('puts a missing piece on top, with the handler’s reason, of the last round only', () => {
    const one = order([], {
      evidence: [
        { round: 5, kind: 'photo_after', text: null, missingReason: '天黑' },
        { round: 9, kind: 'document', text: null, missingReason: '户主在外地' },
      ],
    });
    expect(verifyChecks(one)[0]).toEqual({
      key: 'gap-document',
      state: 'missing',
      words: 'gap',
      gap: { kind: 'document', reason: '户主在外地' },
    });
    expect(gapsOf(one)).toHaveLength(1);
    expect(checked(one).pieces).toBeUndefined();
  });

  it.each([
    [[], 'warn not_arrived'],
    [[event(4, 'arrived', '11:00', { metres: null, byCode: true, far: false })], 'ok arrived_by_code'],
    [[event(4, 'arrived', '11:00', { metres: 350, byCode: false, far: true }, '门口堵')], 'warn arrived_far'],
    [[event(4, 'arrived', '11:00', { metres: null, byCode: false, far: false }, '没信号')], 'warn arrived_unproven'],
  ])('reads the arrival: %#', (events, words) => {
    expect(checked(order(events)).arrival).toBe(words);
  });

  it('says how late, in milliseconds', () => {
    const late = order([], { clock: { finishBy: '2024-01-15T12:00:00+08:00' } as CheckedOrder['clock'] });
    expect(verifyChecks(late).find(({ key }) => key === 'time')).toMatchObject({
      state: 'warn',
      words: 'late',
      values: { lateMs: 2 * 3_600_000 },
    });
  });

  it('asks for a contact, but not with somebody who wants to stay unknown', () => {
    expect(checked(order([])).contact).toBe('warn not_contacted');
    const tried = order([event(3, 'contacted', '10:00', { reached: false })]);
    expect(checked(tried).contact).toBe('warn not_reached');
    const anonymous = order([], { flags: { anonymous: true, confidential: false, proxy: false, sealed: false } });
    expect(checked(anonymous).contact).toBe('ok anonymous');
  });

  it('says whether the contact was in time: a call or an arrival within the accept limit', () => {
    const clock = { finishBy: '2024-01-15T18:00:00+08:00', acceptBy: '2024-01-15T10:30:00+08:00' };
    const contactOf = (...events: Event[]) =>
      verifyChecks(order(events, { clock: clock as CheckedOrder['clock'] })).find(({ key }) => key === 'contact');
    const spoken = (time: string) => event(5, 'contacted', time, { reached: true });
    expect(contactOf(spoken('10:20'))).toMatchObject({ state: 'ok', words: 'contacted_in_time' });
    expect(contactOf(spoken('11:00'))).toMatchObject({
      state: 'warn',
      words: 'contacted_late',
      values: { lateMs: 30 * 60_000 },
    });
    expect(contactOf(event(4, 'arrived', '10:10', { metres: 3 }), spoken('11:00'))).toMatchObject({
      words: 'contacted_in_time',
    });
    expect(contactOf(event(4, 'contacted', '10:00', { reached: false }), spoken('11:00'))).toMatchObject({
      words: 'contacted_in_time',
    });
  });

  it('takes no proof from before the order was opened again', () => {
    const again = { ...event(6, 'rated', '12:00'), to: 'submitted' as const };
    const one = order([
      event(3, 'contacted', '10:00', { reached: true }),
      event(4, 'arrived', '11:00', { metres: 12, byCode: false, far: false }),
      again,
    ]);
    expect(checked(one)).toMatchObject({ arrival: 'warn not_arrived', contact: 'warn not_contacted' });
  });

  it('warns of one photo for before and after', () => {
    const one = order([], {
      photos: [
        { id: 'a', kind: 'requester', seq: 1, sha256: 'x' },
        { id: 'b', kind: 'photo_after', seq: 9, sha256: 'x' },
      ],
    });
    expect(checked(one).before_is_after).toBe('warn before_is_after');
  });

  it('warns of photos that another order has', () => {
    const reused = (count: number) => verifyChecks(order([]), count).find(({ key }) => key === 'reused');
    expect(reused(0)).toBeUndefined();
    expect(reused(2)).toMatchObject({ state: 'warn', words: 'used_elsewhere', values: { count: 2 } });
  });
});
