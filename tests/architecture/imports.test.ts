import { expect, it } from 'vitest';
import { importsOf } from './imports';

it('sees every way of naming another file', () => {
  const tree = new Map([
    ['lib/a/status.ts', ''],
    ['lib/b/status.ts', ''],
    ['components/card.tsx', ''],
    [
      'lib/a/store.ts',
      `import { table } from '#dialect';
import type { B } from '@/lib/b/status';
import { type C, type D } from "@/lib/b/status";
import { type C as E, value } from '../b/status';
export { F } from './status';
export * from './status';
import 'node:fs';
const late = await import('@/components/card');
const old = require('pg');
let t: import('./status').T;
// import { G } from '@/lib/ghost';
const s = "import { H } from '@/lib/ghost'";`,
    ],
  ]);
  const seen = importsOf(tree).map(({ line, to, inside, typeOnly, names }) => [line, to, inside, typeOnly, names]);
  expect(seen).toEqual([
    [1, 'db/dialect/index.ts', true, false, ['table']],
    [2, 'lib/b/status.ts', true, true, ['B']],
    [3, 'lib/b/status.ts', true, true, ['C', 'D']],
    [4, 'lib/b/status.ts', true, false, ['C', 'value']],
    [5, 'lib/a/status.ts', true, false, ['F']],
    [6, 'lib/a/status.ts', true, false, []],
    [7, 'node:fs', false, false, []],
    [8, 'components/card.tsx', true, false, []],
    [9, 'pg', false, false, []],
    [10, 'lib/a/status.ts', true, true, []],
  ]);
});
