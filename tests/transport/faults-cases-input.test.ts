import { readdirSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { apiServer } from '@/tests/support/api-server';
import { dayMs, openHall, poli } from '@/tests/support/deliberations';
import type { HttpClient } from '@/tests/support/http-client';
import { openTable, settled } from '@/tests/support/mediations';
import { submitted } from '@/tests/support/orders';
import { dayOf, park, running } from '@/tests/support/projects';
import { type Expected, refusalsAt } from '@/tests/support/refused-case';

const s = apiServer();
const { expectRefused } = refusalsAt(s);

describe('an agreement opened by somebody else', () => {
  it('is not there, like one that never was, and that somebody reached for a number is noted in the same way', async () => {
    const table = await openTable(s());
    await settled(s(), table);
    const ghost = 'PL-TJ-2024-777';
    for (const code of [table.code, ghost]) {
      for (const who of ['limin', 'zhoujianguo', 'auditor', 'admin', 'jiedao']) {
        const expected: Expected = {
          status: 404,
          reason: 'mediation.not_found',
          words: /没有您能打开的这个调解案/,
          noted: { case: code },
          action: 'access.refused',
        };
        await expectRefused(who, (caller) => caller.get(`/mediations/${code}`), expected);
        await expectRefused(
          who,
          (caller) =>
            caller.post(`/mediations/${code}/actions/sign`, {
              version: 1,
              clientId: newId(),
              party: 1,
              on: dayOf(s()),
            }),
          expected,
        );
      }
    }
  });
});

describe('a negative budget', () => {
  it.each([-1, -60_000_000, 0, 0.5, 2_000_000_001])('%d fen is no amount', async (budgetFen) => {
    await expectRefused('shuji', (caller) => caller.post('/projects', { ...park({ budgetFen }), clientId: newId() }), {
      status: 422,
      reason: 'input.invalid',
      words: /金额没有填对/,
      noted: { fields: ['budgetFen'] },
    });
  });

  it('nor does a payment or another budget go below nothing', async () => {
    const site = await running(s());
    const at = `/projects/${site.code}/actions`;
    const spent = { on: dayOf(s()), label: '步道石材', receiptNo: '票-001' };
    const tries: [action: string, body: object][] = [
      ['spend', { ...spent, amountFen: -1 }],
      ['raise-budget', { amountFen: -1, deliberation: 'PL-YS-2024-001', reason: '追加步道石材的费用' }],
    ];
    for (const [action, body] of tries) {
      const { version } = await site.on();
      const trying = (caller: HttpClient) => caller.post(`${at}/${action}`, { version, clientId: newId(), ...body });
      await expectRefused('shuji', trying, {
        status: 422,
        reason: 'input.invalid',
        words: /金额没有填对/,
        noted: { case: site.code, fields: ['amountFen'] },
      });
    }
  });
});

describe('a date in the past', () => {
  it('is taken for no project, meeting, answer, round or new day', async () => {
    const [hall, site] = [await openHall(s()), await running(s())];
    const order = await submitted(s(), { item: '1403', words: '能不能弄个棋牌室？' });
    const [past, at] = [dayOf(s(), -1), `/projects/${site.code}/actions/postpone`];
    const convened = { body: 'party_committee', heldAt: s().clock.now() - dayMs, place: '党群服务中心' };
    const given = {
      ...{ order: order.code, title: 'C区要一间棋牌室', decision: 'adopted', weighedBy: 'two_committees' },
      ...{ weighedOn: past, words: '已经列入实施计划。', reason: 'C区老人集中，同意列入计划。', dueOn: past },
    };
    const asked = { community: poli, question: '活动室晚上开到几点好？', opensOn: dayOf(s(), -7), closesOn: past };
    const later = { ...(await site.on()), newDueOn: past, reason: '石材晚到，要晚几天完工。' };
    const tries: [who: string, path: string, body: object, reason: string, noted: object][] = [
      ['shuji', '/projects', park({ dueOn: past }), 'project.date_past', {}],
      ['shuji', at, later, 'project.date_past', { case: site.code }],
      [
        'chenchen',
        `/deliberations/${hall.code}/actions/convene`,
        { ...(await hall.on()), ...convened },
        'deliberation.meeting_in_past',
        { case: hall.code },
      ],
      ['shuji', '/answers', given, 'answer.due_in_past', {}],
      ['shuji', '/rounds', asked, 'round.closes_in_past', {}],
    ];
    for (const [who, path, body, reason, noted] of tries) {
      await expectRefused(who, (caller) => caller.post(path, { ...body, clientId: newId() }), {
        status: 412,
        reason,
        words: /已经过去/,
        noted: { ...noted },
      });
    }
  });
});

describe('a 10 MB attachment that is not what it says', () => {
  const megabytes = (n: number) => Buffer.alloc(n * 1024 * 1024, 'x');
  const headed = (head: string | number[], size = 10) => {
    const bytes = megabytes(size);
    Buffer.from(head as string).copy(bytes);
    return bytes;
  };
  const form = (bytes: Buffer, name: string, type: string) => {
    const body = new FormData();
    body.append('file', new Blob([new Uint8Array(bytes)], { type }), name);
    return body;
  };
  const kept = () => {
    const root = process.env.DATA_DIR ?? '';
    const names = (() => {
      try {
        return readdirSync(root, { recursive: true }).map(String);
      } catch {
        return [];
      }
    })();
    return names.filter((name) => /\.(pdf|webp|tmp)/.test(name)).sort();
  };

  it.each([
    ['a picture named .pdf', headed([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
    ['a program named .pdf', headed('MZ')],
    ['a page of HTML named .pdf', headed('<!doctype html><script>alert(1)</script>')],
    ['an archive named .pdf', Buffer.concat([Buffer.from('PK\x03\x04'), deflateRawSync(megabytes(1)), megabytes(9)])],
  ])('%s is refused by its content, and no file of it stays', async (_, bytes) => {
    const before = kept();
    const body = form(bytes.subarray(0, 10 * 1024 * 1024), '会议记录.pdf', 'application/pdf');
    await expectRefused('chenchen', (caller) => caller.send('POST', '/documents', { body }), {
      status: 415,
      reason: 'upload.document_wrong_type',
      words: /这不是 PDF 文件，没有收下/,
      noted: {},
    });
    expect(kept()).toEqual(before);
  });

  it('a PDF above 10 MB, and a PDF named .jpg, are refused as well', async () => {
    const before = kept();
    const large = form(headed('%PDF-1.7\n', 11), '会议记录.pdf', 'application/pdf');
    await expectRefused('chenchen', (caller) => caller.send('POST', '/documents', { body: large }), {
      status: 413,
      reason: 'http.too_large',
      words: /超过 10 MB，没有收下/,
      noted: {},
    });
    const photo = form(headed('%PDF-1.7\n', 7), '现场.jpg', 'image/jpeg');
    await expectRefused('chenchen', (caller) => caller.send('POST', '/uploads', { body: photo }), {
      status: 415,
      reason: 'upload.wrong_type',
      words: /这不是能收的照片/,
      noted: {},
    });
    expect(kept()).toEqual(before);
  });
});
