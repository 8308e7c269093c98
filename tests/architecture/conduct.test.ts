import ts from 'typescript';
import { importsOf } from './imports';
import { codeIn, lineOf, nodesOf, proveRule, syntaxOf, type Tree } from './tree';

/** Rooms that hold functions of values: what they answer depends on what they are given. */
const pureRoom = /^lib\/[\w-]+\/(status|workflow|policy|input|events|view)\.ts$/;

function waiting(tree: Tree): string[] {
  return codeIn(tree, 'lib/')
    .filter((file) => pureRoom.test(file))
    .flatMap((file) =>
      nodesOf(syntaxOf(tree, file))
        .filter((n) => ts.isAwaitExpression(n) || n.kind === ts.SyntaxKind.AsyncKeyword)
        .map(
          (n) => `${file}:${lineOf(n)} waits: status, workflow, policy, input, events and view are functions of values`,
        ),
    );
}

proveRule('rules and shapes do not wait', waiting, {
  good: {
    'lib/orders/policy.ts': 'export function may(a: Actor) { return a.kind; }',
    'lib/orders/store.ts': 'await x;',
  },
  bad: [
    {
      finds: 'an async policy',
      files: { 'lib/orders/policy.ts': 'export async function may() {}' },
      says: /policy\.ts:1/,
    },
    { finds: 'an awaiting view', files: { 'lib/orders/view.ts': '\nawait load();' }, says: /view\.ts:2/ },
  ],
});

function pureImports(tree: Tree): string[] {
  return importsOf(tree)
    .filter((i) => pureRoom.test(i.from) && !i.typeOnly && /^lib\/[\w-]+\/(store\.ts|commands\/)/.test(i.to))
    .map((i) => `${i.from}:${i.line} imports ${i.to}: rules and shapes do not act`);
}

proveRule('rules and shapes do not act', pureImports, {
  good: { 'lib/a/view.ts': `import type { Row } from './store'; import { x } from './tables';` },
  bad: [
    {
      finds: 'a policy that loads',
      files: { 'lib/a/store.ts': '', 'lib/a/policy.ts': `import { l } from './store';` },
      says: /act/,
    },
  ],
});

/** Verbs whose time is the machine's, not the domain's: 5.1 says that sessions and tokens use the real clock; so does who looks now. */
const realClock = /^lib\/(people|uploads|drafts|desk|throttle|outbox|replay)\//;
const timeless = /^lib\/[\w-]+\/((commands|queries)\/.*|workflow|policy|view|events|status|input)\.?(ts)?$/;

function clocks(tree: Tree): string[] {
  return codeIn(tree, 'lib/')
    .filter((file) => timeless.test(file))
    .flatMap((file) =>
      nodesOf(syntaxOf(tree, file)).flatMap((n) => {
        const call = ts.isCallExpression(n) ? n.expression.getText() : '';
        const bareDate = ts.isNewExpression(n) && n.expression.getText() === 'Date' && !n.arguments?.length;
        const clock = call === 'Date.now' || call === 'performance.now' || bareDate;
        if (clock && !realClock.test(file))
          return [`${file}:${lineOf(n)} reads the clock: only ctx.now() knows the time`];
        if (call === 'Math.random') return [`${file}:${lineOf(n)} throws dice: a verb run twice must do the same`];
        if (call === 'fetch') return [`${file}:${lineOf(n)} fetches: effects go through the outbox`];
        return [];
      }),
    );
}

proveRule('verbs and rules read no clock but ctx.now()', clocks, {
  good: {
    'lib/orders/commands/a.ts': 'const now = ctx.now(); const d = new Date(now); // Date.now()',
    'lib/people/commands/b.ts': 'const now = Date.now();',
    'lib/orders/store.ts': 'Date.now();',
  },
  bad: [
    {
      finds: 'Date.now in a command',
      files: { 'lib/orders/commands/c.ts': '\nconst t = Date.now();' },
      says: /c\.ts:2 reads/,
    },
    { finds: 'a bare Date in a policy', files: { 'lib/orders/policy.ts': 'const t = new Date();' }, says: /reads/ },
    { finds: 'dice in a query', files: { 'lib/orders/queries/q.ts': 'const t = Math.random();' }, says: /dice/ },
    { finds: 'a command that fetches', files: { 'lib/orders/commands/c.ts': 'await fetch(url);' }, says: /outbox/ },
  ],
});

/** `store.ts`; where one file would be too long, its parts are own rooms named `…-store.ts`. */
const storeRoom = /^lib\/[\w-]+\/([\w-]+-)?store\.ts$/;
const writeVerbs = new Set(['insert', 'update', 'delete']);
const isHandle = (text: string) => /^(tx|db|ctx\.db|\w*Tx|transaction)$/.test(text);

function writes(tree: Tree): string[] {
  const complaints: string[] = [];
  for (const file of codeIn(tree, 'app/', 'components/', 'lib/', 'seeds/', 'scripts/')) {
    if (storeRoom.test(file)) continue;
    const fromTables = importsOf(tree).filter((i) => i.from === file && /\/tables(\.ts)?$/.test(i.to));
    const tables = new Set(fromTables.flatMap((i) => i.names));
    for (const node of nodesOf(syntaxOf(tree, file))) {
      if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) continue;
      const { name, expression } = node.expression;
      if (!writeVerbs.has(name.text)) continue;
      const [argument] = node.arguments;
      const onTable = argument !== undefined && ts.isIdentifier(argument) && tables.has(argument.text);
      if (onTable || isHandle(expression.getText())) {
        complaints.push(`${file}:${lineOf(node)} writes (${name.text}): only a slice's store.ts writes its tables`);
      }
    }
  }
  return complaints;
}

proveRule('only store.ts writes', writes, {
  good: {
    'lib/orders/tables.ts': 'export const orders = table();',
    'lib/orders/store.ts': `import { orders } from './tables'; tx.insert(orders);`,
    'lib/casework/chain.ts': `createHash('sha256').update(text); seen.delete(key);`,
  },
  bad: [
    {
      finds: 'a command that inserts',
      files: { 'lib/orders/commands/a.ts': 'await tx.insert(x).values(y);' },
      says: /insert/,
    },
    {
      finds: 'a handle under another name',
      files: { 'lib/orders/act.ts': `import { orders } from './tables'; await t.update(orders);` },
      says: /act\.ts:1 writes \(update/,
    },
    { finds: 'a page that deletes', files: { 'app/x.tsx': 'await ctx.db.delete(orders);' }, says: /delete/ },
    { finds: 'a seed with a way of its own', files: { 'seeds/demo/x.ts': 'tx.insert(orders)' }, says: /seeds/ },
  ],
});
