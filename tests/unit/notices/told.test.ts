import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { audiences, audiencesOfKinds, channels, tellingsOf, told } from '@/lib/notices/told';
import { actions, rowOf } from '@/lib/orders/workflow';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';
import { noticesDocument, noticesFile } from '@/scripts/write-notices';

describe('the table of notices', () => {
  it('says of every event that an action writes who is told, or why nobody is', () => {
    for (const action of actions) {
      const { event } = rowOf(action);
      const row: unknown = (told as Record<string, unknown>)[event];
      expect(row, `lib/notices/told.ts has no row for ${event}, which ${action} writes`).toBeDefined();
      if (Array.isArray(row)) expect(row.length, event).toBeGreaterThan(0);
      else expect(row, event).toEqual({ nobody: expect.stringMatching(/\w+ \w+/) });
    }
  });

  it('names nobody twice for one message, and a way for each', () => {
    for (const topic of Object.keys(told)) {
      const rows = tellingsOf(topic).map(({ to, kind = topic }) => `${to} ${kind}`);
      expect(new Set(rows).size, topic).toBe(rows.length);
      for (const { to, by } of tellingsOf(topic)) {
        expect(audiences).toContain(to);
        expect(by.length, topic).toBeGreaterThan(0);
        expect(new Set(by).size, topic).toBe(by.length);
        for (const channel of by) expect(channels).toContain(channel);
      }
    }
  });

  it('has a sentence for every kind that is told, and tells every kind that has one', () => {
    for (const { notice } of [zh, en]) {
      const worded = Object.keys(notice.kind.order).map((kind) => `order.${kind}`);
      expect(worded.toSorted()).toEqual([...audiencesOfKinds.keys()].toSorted());
    }
  });
});

describe('docs/notices.md', () => {
  it('is what the table says now (node scripts/run-ts.mjs scripts/write-notices.ts)', () => {
    expect(readFileSync(noticesFile, 'utf8')).toBe(noticesDocument());
  });
});
