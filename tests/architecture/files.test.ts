import { proveRule, type Rule, type Tree } from './tree';

const mostLines = 250;
/** A test is a list of cases, read one at a time. */
const mostTestLines = 400;

/** Long because they are data: rows to look things up in, not code to read. One reason each. */
const dataFiles: { file: RegExp; reason: string }[] = [
  { file: /^components\/icons\/.*-outlines\.ts$/, reason: 'outlines of icons' },
  { file: /^seeds\/.*\.(ts|json)$/, reason: 'reference data and texts of the demo community' },
  { file: /^messages\/.*\.json$/, reason: 'all words of the screens' },
  { file: /^db\/migrations\//, reason: 'made by drizzle-kit' },
  { file: /\.(md|css|csv|txt)$/, reason: 'not code' },
  { file: /^(package|tsconfig[\w.]*|biome)\.json$/, reason: 'settings of tools' },
  { file: /^lib\/[\w-]+\/tables\.ts$/, reason: 'columns of tables' },
  { file: /^lib\/orders\/workflow\.ts$/, reason: 'the action table of 3.1, one row an action' },
  { file: /^tests\/.*\.json$/, reason: 'written expectations' },
];

const linesOf = (text: string) => text.split('\n').length - (text.endsWith('\n') ? 1 : 0);

function longFiles(tree: Tree): string[] {
  return [...tree]
    .filter(([file]) => !dataFiles.some((data) => data.file.test(file)))
    .flatMap(([file, text]) => {
      const most = file.startsWith('tests/') ? mostTestLines : mostLines;
      const count = linesOf(text);
      return count > most ? [`${file} has ${count} lines, over ${most}: usually two rooms`] : [];
    });
}

const lines = (count: number) => 'x;\n'.repeat(count);

proveRule(`no file of code has more than ${mostLines} lines`, longFiles, {
  good: { 'lib/a/store.ts': lines(mostLines), 'messages/en.json': lines(900) },
  bad: [
    { finds: 'a long file', files: { 'lib/a/policy.ts': lines(mostLines + 1) }, says: /policy\.ts has 251/ },
    { finds: 'a long test', files: { 'tests/unit/a.test.ts': lines(401) }, says: /401/ },
    { finds: 'a long script', files: { 'scripts/a.mjs': lines(400) }, says: /400/ },
  ],
});

// Put together here, so that this file does not find itself.
const word = (...parts: string[]) => parts.join('');

interface Ban {
  pattern: RegExp;
  why: string;
  /** Where it is looked for; everywhere without it. */
  within?: RegExp;
}

const code = /\.(tsx?|mjs)$/;

const bans: Ban[] = [
  { pattern: new RegExp(`\\b(${word('TO', 'DO')}|${word('FIX', 'ME')}|${word('XX', 'X')})\\b`), why: 'a loose end' },
  {
    pattern: new RegExp(word('@ts-', '(ignore|nocheck|expect-error)')),
    why: 'a type error that is hidden',
    within: code,
  },
  { pattern: new RegExp(word('\\.\\./sha', 'red/|/wo', 'rk/ma', 'in')), why: 'a path outside the project' },
  { pattern: new RegExp(word('regis', 'try\\.npmjs|deb\\.deb', 'ian')), why: 'the name of a registry' },
  { pattern: new RegExp(word('Lorem ', 'ipsum')), why: 'a text that nobody wrote' },
  {
    pattern: /\.for\(\s*'(update|share)'/,
    why: 'a lock that only PostgreSQL has; use a guarded update',
    within: /^lib\/.*\.ts$/,
  },
  {
    pattern: /\b(ilike|distinctOn|selectDistinctOn|arrayContains|arrayOverlaps)\b/,
    why: 'SQL of one engine',
    within: /^lib\/.*\.ts$/,
  },
  {
    pattern: /\bdb\.transaction\(/,
    why: "an engine's own transaction; use ctx.transaction",
    within: /^(lib|app|seeds)\/.*\.tsx?$/,
  },
];

const banRule: Rule = (tree) =>
  [...tree].flatMap(([file, text]) =>
    bans.flatMap(({ pattern, why, within }) => {
      if (within && !within.test(file)) return [];
      return text.split('\n').flatMap((line, i) => {
        const found = pattern.exec(line);
        return found ? [`${file}:${i + 1} says "${found[0]}": ${why}`] : [];
      });
    }),
  );

proveRule('no loose ends, no way around the checks', banRule, {
  good: {
    'lib/a/store.ts': `const company = 1; // as anyone would; "for update" in words`,
    'docs/x.md': 'The shared clock works. Anything: any time.',
  },
  bad: [
    { finds: 'a loose end', files: { 'README.md': `${word('TO', 'DO')}: later` }, says: /README\.md:1 .*loose end/ },
    { finds: 'a hidden type error', files: { 'lib/a.ts': `\n// ${word('@ts-', 'expect-error')}` }, says: /a\.ts:2/ },
    { finds: 'a path outside', files: { 'scripts/a.mjs': `read('${word('../sha', 'red/')}x')` }, says: /outside/ },
    { finds: 'a lock of one engine', files: { 'lib/a/store.ts': `q.for('update')` }, says: /PostgreSQL/ },
    { finds: 'SQL of one engine', files: { 'lib/a/store.ts': `where(ilike(a, b))` }, says: /one engine/ },
    {
      finds: "an engine's transaction",
      files: { 'lib/a/store.ts': `await db.transaction(fn)` },
      says: /ctx\.transaction/,
    },
  ],
});

const notRun =
  /\b(?:it|test|describe|suite|bench)(?:\.\w+)*\.(?:skip|only|todo|fixme|skipIf|runIf)\b|\b(?:xit|xdescribe|fit|fdescribe)\(/;

function idleTests(tree: Tree): string[] {
  return [...tree]
    .filter(([file]) => /^tests\/.*\.(ts|tsx)$/.test(file))
    .flatMap(([file, text]) =>
      text.split('\n').flatMap((line, i) => {
        const found = notRun.exec(line.replace(/'[^']*'|`[^`]*`/g, "''"));
        return found ? [`${file}:${i + 1} ${found[0]}: a test that does not run proves nothing`] : [];
      }),
    );
}

proveRule('every test runs', idleTests, {
  good: {
    'tests/unit/a.test.ts': `it('has no .only in it', () => {}); it.each([1])('x', () => {}); test.describe('e', () => {});`,
  },
  bad: [
    { finds: 'skip', files: { 'tests/unit/b.test.ts': `it.skip('x', () => {});` }, says: /b\.test\.ts:1 it\.skip/ },
    { finds: 'only', files: { 'tests/e2e/b.spec.ts': `\ntest.only('x', () => {});` }, says: /spec\.ts:2 test\.only/ },
    { finds: 'todo', files: { 'tests/unit/b.test.ts': `describe.todo('x');` }, says: /todo/ },
    {
      finds: 'a skipped group',
      files: { 'tests/e2e/b.spec.ts': `test.describe.skip('x', () => {});` },
      says: /describe\.skip/,
    },
    { finds: 'an old spelling', files: { 'tests/unit/b.test.ts': `xit('x', () => {});` }, says: /xit/ },
  ],
});
