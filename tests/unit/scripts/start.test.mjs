import { describe, expect, it } from 'vitest';
import { nodeTooOld } from '../../../scripts/machine.mjs';
import { productionProblems } from '../../../scripts/start.mjs';

const good = {
  DATABASE_URL: 'file:data/production.db',
  NEXTAUTH_SECRET: 'a'.repeat(32),
  CODE_SECRET: 'b'.repeat(32),
  PUBLIC_ORIGIN: 'https://poli.example.cn',
};

describe('what keeps production from starting', () => {
  it('is nothing when all is set', () => {
    expect(productionProblems(good, [])).toEqual([]);
    const { PUBLIC_ORIGIN, ...rest } = good;
    expect(productionProblems({ ...rest, NEXTAUTH_URL: PUBLIC_ORIGIN }, [])).toEqual([]);
  });

  it('is everything that is missing, at once, with how to make it', () => {
    const problems = productionProblems({}, []);
    expect(problems).toHaveLength(4);
    for (const name of ['DATABASE_URL', 'NEXTAUTH_SECRET', 'CODE_SECRET', 'PUBLIC_ORIGIN']) {
      expect(problems.some((problem) => problem.startsWith(name))).toBe(true);
    }
  });

  it.each([
    ['a short secret', { CODE_SECRET: 'b'.repeat(31) }, [], /CODE_SECRET .*31 < 32/],
    ['the same secret twice', { CODE_SECRET: good.NEXTAUTH_SECRET }, [], /must differ/],
    ['no web address', { PUBLIC_ORIGIN: 'poli.example.cn' }, [], /PUBLIC_ORIGIN .*no web address/],
    ['another scheme', { PUBLIC_ORIGIN: 'file:///etc' }, [], /no web address/],
    ['two different origins', { NEXTAUTH_URL: 'https://other.example.cn' }, [], /different origins/],
    ['throttles switched off by a flag', {}, ['--no-limits'], /--no-limits/],
    ['throttles switched off by the environment', { NO_LIMITS: '1' }, [], /--no-limits/],
    ['the demo', { APP_MODE: 'demo' }, [], /APP_MODE/],
    ['an unknown flag', {}, ['--fast'], /--fast/],
  ])('is %s', (_, change, args, says) => {
    const problems = productionProblems({ ...good, ...change }, args);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(says);
  });
});

describe('the version of Node', () => {
  it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s is enough', (version) => {
    expect(nodeTooOld(version)).toBeNull();
  });
  it.each(['20.18.9', '18.20.0', '20.9.0'])('%s is too old, said in one sentence', (version) => {
    expect(nodeTooOld(version)).toContain(version);
  });
});
