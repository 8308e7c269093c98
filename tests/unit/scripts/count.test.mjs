import { describe, expect, it } from 'vitest';
import { chooseStages, countPlaywright, countVitest, stages } from '../../../scripts/test-stages.mjs';

const file = (status, ...tests) => ({ status, assertionResults: tests.map((test) => ({ status: test })) });
const vitest = (passed, failed, files = [], more = {}) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  testResults: files,
  ...more,
});

describe('counting a vitest run', () => {
  it('takes the counts of a green run', () => {
    expect(countVitest(vitest(3, 0, [file('passed', 'passed')]), 0)).toMatchObject({ passed: 3, failed: 0 });
  });
  it('counts failed tests', () => {
    expect(countVitest(vitest(3, 2, [file('failed', 'failed')]), 1)).toMatchObject({ passed: 3, failed: 2 });
  });
  it('counts a file that could not be loaded', () => {
    expect(countVitest(vitest(3, 0, [file('failed')]), 1)).toMatchObject({ passed: 3, failed: 1 });
  });
  it('counts an error between the tests as a failure', () => {
    expect(countVitest(vitest(3, 0, [file('passed', 'passed')]), 1)).toMatchObject({ passed: 3, failed: 1 });
  });
  it('counts tests that were not run as failed', () => {
    const report = vitest(3, 0, [file('passed', 'passed')], { numPendingTests: 1, numTodoTests: 1 });
    expect(countVitest(report, 0)).toMatchObject({ passed: 3, failed: 2, notRun: 2 });
  });
  it('does not take a run without a test for a green one', () => {
    expect(countVitest(vitest(0, 0), 0)).toMatchObject({ passed: 0, failed: 1, note: 'ran no test' });
  });
  it('does not take a run that left no report for a green one', () => {
    expect(countVitest(null, 0)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('counting a Playwright run', () => {
  const report = (expected, unexpected, flaky, skipped) => ({ stats: { expected, unexpected, flaky, skipped } });
  it('takes the counts of a green run', () => {
    expect(countPlaywright(report(8, 0, 0, 0), 0)).toMatchObject({ passed: 8, failed: 0 });
  });
  it('counts flaky and skipped tests as failed', () => {
    expect(countPlaywright(report(8, 1, 1, 2), 1)).toMatchObject({ passed: 8, failed: 4 });
  });
  it('counts a server that did not start', () => {
    expect(countPlaywright(report(0, 0, 0, 0), 1)).toMatchObject({ passed: 0, failed: 1 });
    expect(countPlaywright(null, 1)).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('counting the migration check', () => {
  const { count } = stages.find(({ id }) => id === 'migrations');
  it('has one test an engine', () => {
    const output = 'db/migrations/sqlite is current\ndb/migrations/postgres is current\n';
    expect(count({ code: 0, output })).toEqual({ passed: 2, failed: 0 });
  });
  it('counts the engine that is behind', () => {
    const output = 'db/migrations/sqlite is current\ndb/migrations/postgres is BEHIND the tables\n';
    expect(count({ code: 1, output })).toEqual({ passed: 1, failed: 1 });
  });
  it('counts a check that died', () => {
    expect(count({ code: 1, output: '' })).toEqual({ passed: 0, failed: 2 });
    expect(count({ code: 0, output: '' })).toEqual({ passed: 0, failed: 2 });
  });
});

describe('choosing stages', () => {
  const ids = (only) => chooseStages(only).chosen.map(({ id }) => id);
  it('runs all of them without a choice', () => {
    expect(ids(null)).toEqual(stages.map(({ id }) => id));
  });
  it('takes both engines by the common name, in the order of the stages', () => {
    expect(ids('unit,integration')).toEqual(['unit', 'integration-sqlite', 'integration-postgres']);
    expect(ids('integration-postgres')).toEqual(['integration-postgres']);
  });
  it('brings the build along with the end-to-end tests', () => {
    expect(ids('e2e')).toEqual(['build', 'e2e']);
  });
  it('says which name is unknown', () => {
    expect(chooseStages('unit,fly').unknown).toEqual(['fly']);
  });
});
