import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { audiences, audiencesOfKinds, channels, takenBack, tellingsOf, told } from '@/lib/notices/told';
import { shortMessage } from '@/lib/notices/words';
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

  it('has a sentence for every kind that people are told, and tells every kind that has one', () => {
    // A machine gets the name of the kind.
    const read = [...audiencesOfKinds].filter(([, to]) => [...to].some((audience) => audience !== 'receiver'));
    for (const { notice } of [zh, en]) {
      const worded = Object.keys(notice.kind.order).map((kind) => `order.${kind}`);
      expect(worded.toSorted()).toEqual([...read.map(([kind]) => kind), takenBack.follow].toSorted());
    }
  });

  it('sends each channel only to whom it can reach', () => {
    const reaches: Record<string, string[]> = { sms: ['requester'], webhook: ['receiver'] };
    for (const topic of Object.keys(told)) {
      for (const { to, by } of tellingsOf(topic)) {
        for (const channel of by.filter((name) => name !== 'inbox'))
          expect(reaches[channel] ?? ['group']).toContain(to);
      }
    }
  });

  it('has a short message in both languages for every kind that a phone is told', () => {
    const phoned = Object.keys(told).flatMap((topic) =>
      tellingsOf(topic).flatMap(({ by, kind = topic }) => (by.includes('sms') ? [kind] : [])),
    );
    expect(phoned).toContain('order.passed');
    for (const kind of phoned) {
      const text = shortMessage(kind, { code: 'PL20240110-0007', numberOnly: false }, 'https://poli.example/t/X');
      expect(text).toMatch(/^【坡有说法】.*PL20240110-0007.*https:.*[a-z] .*https:\/\/poli\.example\/t\/X$/);
      expect(text).not.toMatch(/[{}]/);
      const sealed = shortMessage(kind, { code: 'PL20240110-0007', numberOnly: true }, 'https://poli.example/t/X');
      expect(sealed).not.toContain('http');
    }
    const worded = Object.keys(zh.outside.sms).filter((kind) => kind !== 'sealed');
    expect(worded.map((kind) => `order.${kind}`).toSorted()).toEqual([...new Set(phoned)].toSorted());
  });
});

describe('docs/notices.md', () => {
  it('is what the table says now (node scripts/run-ts.mjs scripts/write-notices.ts)', () => {
    expect(readFileSync(noticesFile, 'utf8')).toBe(noticesDocument());
  });
});
