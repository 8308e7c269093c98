import { describe, expect, it } from 'vitest';
import { apiServer } from '@/tests/support/api-server';
import { anOrder, counts, lastEvent } from '@/tests/support/orders';
import { act, expectProblem, pathOf } from './on-order';

const server = apiServer();

describe('the `code` of who arrives and leaves', () => {
  it('is the slip’s, beside the order’s in the path', async () => {
    const s = server();
    const made = await anOrder(s, { state: 'in_progress' });
    // Read off the wall, and typed with look-alikes.
    for (const [action, code] of [
      ['arrive', 'PL-C05'],
      ['leave', 'plcO5'],
    ] as const) {
      const { status, body } = await act(s, 'gaofeng', action, made, { position: undefined, code });
      expect([status, body.code], JSON.stringify(body)).toEqual([200, made.code]);
      const type = action === 'arrive' ? 'order.arrived' : 'order.left';
      expect(await lastEvent(s, made, type)).toMatchObject({ byCode: true });
    }
  });

  it('of another place, or of one that is only known, proves nothing, and none at all neither', async () => {
    const s = server();
    const made = await anOrder(s, { state: 'in_progress' });
    const before = await counts(s, made);
    const bare = { position: undefined, reason: undefined };
    expectProblem(await act(s, 'gaofeng', 'arrive', made, { ...bare, code: 'PL-A01' }), 412, 'order.code_elsewhere');
    for (const code of [made.code, 'c5', 'C区5号楼'])
      expectProblem(await act(s, 'gaofeng', 'arrive', made, { ...bare, code }), 412, 'order.code_elsewhere');
    expectProblem(await act(s, 'gaofeng', 'arrive', made, bare), 412, 'order.presence_needs_proof');
    const long = await act(s, 'gaofeng', 'arrive', made, { ...bare, code: 'X'.repeat(25) });
    expect([long.status, long.body.errors]).toMatchObject([422, [{ path: 'code', reason: 'input.too_long' }]]);
    expect(await counts(s, made)).toEqual(before);
  });

  it('may be said by its other name, but not twice', async () => {
    const s = server();
    const made = await anOrder(s, { state: 'in_progress' });
    const at = { position: undefined, pointCode: 'PL-C05' };
    const twice = await act(s, 'gaofeng', 'arrive', made, { ...at, code: 'PL-A01' });
    expect([twice.status, twice.body.errors]).toMatchObject([422, [{ path: 'pointCode', reason: 'input.said_twice' }]]);
    expect((await act(s, 'gaofeng', 'arrive', made, at)).status).toBe(200);
  });
});

describe('what the path says', () => {
  it('is overwritten by no field, and overwrites none', async () => {
    const s = server();
    const [made, other] = [await anOrder(s), await anOrder(s)];
    const limin = await s.signedIn('limin');
    const before = [await counts(s, made), await counts(s, other)];
    const said = await act(s, limin, 'note', made, { code: other.code });
    expect([said.status, said.body.reason, said.body.errors]).toMatchObject([
      422,
      'input.invalid',
      [{ path: 'code', reason: 'input.said_twice' }],
    ]);
    expectProblem(await limin.get(`/orders/${made.code}?code=${other.code}`), 422, 'input.invalid');
    expect([await counts(s, made), await counts(s, other)]).toEqual(before);
    expect((await act(s, limin, 'note', made, { code: made.code })).status).toBe(200);
    expect(pathOf('note', made)).toContain(made.code);
  });
});
