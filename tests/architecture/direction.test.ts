import { type Import, importsOf } from './imports';
import { above, below, openDoors, openDoorsForTypes, openDoorsOf } from './slices';
import { proveRule, type Tree } from './tree';

/** Folder → the folders that its files may import. The arrows run downwards only. */
const arrows: Record<string, string[]> = {
  app: ['app', 'components', 'lib', 'messages'],
  components: ['components'],
  lib: ['lib', 'db'],
  db: ['db'],
  seeds: ['seeds', 'lib', 'db'],
  scripts: ['scripts', 'seeds', 'lib', 'db'],
  bench: ['bench', 'scripts', 'seeds', 'lib', 'db'],
  tests: ['tests', 'app', 'components', 'lib', 'db', 'seeds', 'scripts', 'messages', 'bench', ''],
  // proxy.ts, instrumentation.ts, *.config.*
  '': ['', 'lib', 'scripts'],
};

/** Single arrows beside those, each with its reason. */
const alsoAllowed: { from: RegExp; to: RegExp; reason: string; typesOnly?: true }[] = [
  { from: /^lib\/transport\//, to: /^messages\//, reason: 'refusals are translated where they leave the house' },
  {
    from: /^lib\/worker\//,
    to: /^messages\//,
    reason: 'what the worker tells a resident is written in their language',
  },
  {
    from: /^lib\/notices\/words\.ts$/,
    to: /^messages\//,
    reason: 'a message to somebody outside is worded by one function, for sending and for its preview',
  },
  {
    from: /^instrumentation\.ts$/,
    to: /^app\/_shell\/refusal-page/,
    reason: 'a page that Next left blank is drawn where the server starts, outside of any page',
  },
  { from: /^components\//, to: /^lib\/kernel\//, reason: 'formats and types of the kernel belong to no domain' },
];

const folderOf = (file: string) => (file.includes('/') ? file.slice(0, file.indexOf('/')) : '');
const roomOf = (file: string): [slice: string, room: string] => {
  const [, slice = '', room = ''] = file.split('/');
  return [slice, room.replace(/\.tsx?$/, '')];
};
const where = ({ from, line }: Import) => `${from}:${line}`;

function folderArrows(tree: Tree): string[] {
  return importsOf(tree)
    .filter((i) => i.inside)
    .filter(({ from, to, typeOnly }) => {
      const downwards = (arrows[folderOf(from)] ?? []).includes(folderOf(to));
      const named = alsoAllowed.some((a) => a.from.test(from) && a.to.test(to) && (typeOnly || !a.typesOnly));
      return !downwards && !named;
    })
    .map((i) => `${where(i)} imports ${i.to}: ${folderOf(i.from) || 'the root'} may not look at ${folderOf(i.to)}`);
}

proveRule('import direction: app → components → lib → db', folderArrows, {
  good: {
    'app/page.tsx': `import { Card } from '@/components/card'; import { listOrders } from '@/lib/orders/queries/list-orders';`,
    'components/card.tsx': `import { shortTime } from '@/lib/kernel/clock';`,
    'lib/orders/store.ts': `import { openEngine } from '@/db/client';`,
  },
  bad: [
    {
      finds: 'a page that opens the database',
      files: { 'app/x.tsx': `import '@/db/client';` },
      says: /^app\/x\.tsx:1 .*db/,
    },
    {
      finds: 'a component with a domain',
      files: { 'components/x.tsx': `import { s } from '@/lib/orders/status';` },
      says: /lib/,
    },
    {
      finds: 'a slice that reaches up',
      files: { 'lib/orders/x.ts': `import type { P } from '../../app/page';` },
      says: /app/,
    },
    {
      finds: 'an engine that knows a slice',
      files: { 'db/x.ts': `export * from '../lib/orders/tables';` },
      says: /lib/,
    },
    {
      finds: 'a program that needs its tests',
      files: { 'lib/a/x.ts': `await import('@/tests/support/x');` },
      says: /tests/,
    },
  ],
});

function pageReads(tree: Tree): string[] {
  return importsOf(tree)
    .filter(({ from, to }) => from.startsWith('app/') && /^lib\/\w+\/(store|tables|workflow)\.ts$/.test(to))
    .map((i) => `${where(i)} imports ${i.to}: screens call verbs and queries, they read no table and decide nothing`);
}

proveRule('screens hold no SQL and no rules', pageReads, {
  good: { 'app/page.tsx': `import { listOrders } from '@/lib/orders/queries/list-orders';` },
  bad: [
    {
      finds: 'a page that reads a table',
      files: { 'lib/orders/tables.ts': '', 'app/x.tsx': `import { orders } from '@/lib/orders/tables';` },
      says: /tables/,
    },
  ],
});

/** Packages that belong to one part of the house. */
const territory: { packages: RegExp; allowed: RegExp; what: string }[] = [
  {
    packages: /^(next|next-auth|next-intl)(\/|$)/,
    allowed: /^(app|tests)\/|^lib\/transport\/|^[\w.-]+$/,
    what: 'Next stays in app and lib/transport',
  },
  {
    packages: /^(react|react-dom|react-hook-form|lucide-react)(\/|$)/,
    allowed: /^(app|components|tests|bench|scripts)\/|^lib\/transport\//,
    what: 'React stays in app and components',
  },
  {
    packages: /^(better-sqlite3|pg|drizzle-orm\/(sqlite-core|pg-core|better-sqlite3|node-postgres).*)$/,
    allowed: /^(db|tests|bench|scripts)\//,
    what: 'an engine stays in db',
  },
  {
    packages: /^drizzle-orm$/,
    allowed: /^(db|tests|bench|scripts|seeds)\/|^lib\/\w+\/(?!(status|workflow|input|events|view|endpoints)\.ts)/,
    what: 'SQL is no matter of screens, rules and shapes',
  },
];

function packageTerritory(tree: Tree): string[] {
  return importsOf(tree)
    .filter((i) => !i.inside)
    .flatMap((i) =>
      territory
        .filter(({ packages, allowed }) => packages.test(i.to) && !allowed.test(i.from))
        .map(({ what }) => `${where(i)} imports ${i.to}: ${what}`),
    );
}

proveRule('packages stay in their part of the house', packageTerritory, {
  good: {
    'app/page.tsx': `import Link from 'next/link'; import { useState } from 'react';`,
    'lib/transport/session.ts': `import { cookies } from 'next/headers';`,
    'lib/orders/store.ts': `import { eq } from 'drizzle-orm';`,
    'db/client.ts': `import pg from 'pg';`,
  },
  bad: [
    {
      finds: 'a command that knows Next',
      files: { 'lib/orders/commands/a.ts': `import 'next/headers';` },
      says: /Next/,
    },
    {
      finds: 'next-auth in a slice',
      files: { 'lib/people/x.ts': `import { getServerSession } from 'next-auth';` },
      says: /Next/,
    },
    {
      finds: 'an engine in a slice',
      files: { 'lib/orders/store.ts': `import Database from 'better-sqlite3';` },
      says: /engine/,
    },
    {
      finds: 'PostgreSQL columns in a slice',
      files: { 'lib/a/tables.ts': `import { jsonb } from 'drizzle-orm/pg-core';` },
      says: /engine/,
    },
    { finds: 'SQL in a workflow', files: { 'lib/a/workflow.ts': `import { eq } from 'drizzle-orm';` }, says: /SQL/ },
    { finds: 'SQL in a page', files: { 'app/x.tsx': `import { eq } from 'drizzle-orm';` }, says: /SQL/ },
    { finds: 'React below the screens', files: { 'lib/a/view.ts': `import { cache } from 'react';` }, says: /React/ },
  ],
});

const isSlice = (name: string) => !(name in below) && !(name in above);

/** Why `lib/<from>` may not import `to`, or null. */
function sliceFault({ from, to, typeOnly }: Import): string | null {
  const [mine] = roomOf(from);
  const [other, room] = roomOf(to);
  if (mine === other) return null;
  if (mine === 'kernel') return 'the kernel imports nothing else of lib';
  if (mine === 'outbox' && other !== 'kernel') return 'the outbox knows no slice';
  if (other in above && !(mine in above)) return `${other} stands above: what is below may not know it`;
  if (mine in below) return other in below ? null : `${mine} stands below the slices and knows none`;
  if (other in below) return null;
  if (mine in above) {
    return isSlice(other) && ['store', 'tables'].includes(room) ? 'transport and worker call verbs, not stores' : null;
  }
  if (room in openDoors || room in (openDoorsOf[other] ?? {}) || (typeOnly && room in openDoorsForTypes)) return null;
  return `a slice imports of another only ${Object.keys(openDoors).join(', ')}`;
}

function sliceArrows(tree: Tree): string[] {
  return importsOf(tree)
    .filter((i) => i.inside && i.from.startsWith('lib/') && i.to.startsWith('lib/'))
    .flatMap((i) => {
      const fault = sliceFault(i);
      return fault ? [`${where(i)} imports ${i.to}: ${fault}`] : [];
    });
}

proveRule('slices meet only at their doors', sliceArrows, {
  good: {
    'lib/orders/store.ts': `import { enqueue } from '@/lib/outbox/store';`,
    'lib/orders/commands/a.ts': `import { find } from '@/lib/places/queries/find'; import type { V } from '@/lib/places/view';`,
    'lib/transport/registry.ts': `import { endpoints } from '@/lib/orders/endpoints';`,
    'lib/worker/drain.ts': `import { claim } from '@/lib/outbox/store'; import { on } from '@/lib/orders/handlers';`,
  },
  bad: [
    {
      finds: 'a foreign store',
      files: { 'lib/a/commands/b.ts': `import { put } from '@/lib/orders/store';` },
      says: /only input/,
    },
    {
      finds: 'a foreign command',
      files: { 'lib/a/b.ts': `import { x } from '@/lib/orders/commands/x';` },
      says: /only input/,
    },
    {
      finds: 'a foreign table, by a relative path',
      files: { 'lib/a/b.ts': `import { t } from '../orders/tables';` },
      says: /only input/,
    },
    {
      finds: 'the value of a foreign view',
      files: { 'lib/a/b.ts': `import { viewOf } from '@/lib/orders/view';` },
      says: /only input/,
    },
    {
      finds: 'a kernel that knows a slice',
      files: { 'lib/kernel/x.ts': `import type { S } from '@/lib/orders/status';` },
      says: /kernel/,
    },
    {
      finds: 'an outbox that knows a slice',
      files: { 'lib/outbox/x.ts': `import '@/lib/orders/handlers';` },
      says: /outbox/,
    },
    {
      finds: 'a calendar that knows a slice',
      files: { 'lib/calendar/x.ts': `import '@/lib/orders/status';` },
      says: /calendar stands below/,
    },
    {
      finds: 'a slice that knows the worker',
      files: { 'lib/orders/x.ts': `import '@/lib/worker/drain';` },
      says: /above/,
    },
    {
      finds: 'a slice that knows the transport',
      files: { 'lib/orders/x.ts': `import '@/lib/transport/http';` },
      says: /above/,
    },
    {
      finds: 'a worker that writes by itself',
      files: { 'lib/worker/x.ts': `import { put } from '@/lib/orders/store';` },
      says: /verbs/,
    },
  ],
});
