import { importsOf } from './imports';
import { proveRule, type Tree } from './tree';

/** Groups of nodes that can reach each other (Tarjan), each of two or more, or one that names itself. */
export function circles(edges: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const order = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];

  function visit(node: string): number {
    const mine = order.size;
    order.set(node, mine);
    low.set(node, mine);
    stack.push(node);
    onStack.add(node);
    for (const next of edges.get(node) ?? []) {
      const reach = order.has(next) ? (onStack.has(next) ? order.get(next) : undefined) : visit(next);
      if (reach !== undefined) low.set(node, Math.min(low.get(node) ?? mine, reach));
    }
    const lowest = low.get(node) ?? mine;
    if (lowest === mine) {
      const group = stack.splice(stack.indexOf(node));
      for (const member of group) onStack.delete(member);
      if (group.length > 1 || edges.get(node)?.has(node)) found.push(group.sort());
    }
    return lowest;
  }

  for (const node of edges.keys()) if (!order.has(node)) visit(node);
  return found;
}

function graph(pairs: [from: string, to: string][]): Map<string, Set<string>> {
  const edges = new Map<string, Set<string>>();
  for (const [from, to] of pairs) edges.set(from, (edges.get(from) ?? new Set()).add(to));
  return edges;
}

const inProgram = /^(app|components|lib|db)\//;

/** Files that need each other to be loaded; types are gone by then. */
function fileCircles(tree: Tree): string[] {
  const pairs = importsOf(tree)
    .filter((i) => i.inside && !i.typeOnly && inProgram.test(i.from) && inProgram.test(i.to))
    .map((i): [string, string] => [i.from, i.to]);
  return circles(graph(pairs)).map((group) => `a circle of files: ${group.join(' ')}`);
}

/** Slices that know each other, be it by a type: then neither can be understood or moved alone. */
function sliceCircles(tree: Tree): string[] {
  const sliceOf = (file: string) => file.split('/').slice(0, 2).join('/');
  const pairs = importsOf(tree)
    .filter((i) => i.from.startsWith('lib/') && i.to.startsWith('lib/') && sliceOf(i.from) !== sliceOf(i.to))
    .map((i): [string, string] => [sliceOf(i.from), sliceOf(i.to)]);
  return circles(graph(pairs)).map((group) => `a circle of slices: ${group.join(' ')}`);
}

proveRule('no circle of files', fileCircles, {
  good: {
    'lib/a/x.ts': `import { y } from './y'; import type { Z } from './z';`,
    'lib/a/y.ts': `import { z } from './z';`,
    'lib/a/z.ts': `import type { X } from './x'; export const z = 1;`,
  },
  bad: [
    { finds: 'two files', files: { 'lib/a/y.ts': `import { x } from './x';` }, says: /lib\/a\/x\.ts lib\/a\/y\.ts$/ },
    {
      finds: 'three files',
      files: { 'lib/a/z.ts': `export { x } from './x';` },
      says: /x\.ts lib\/a\/y\.ts lib\/a\/z\.ts$/,
    },
    { finds: 'a file that imports itself', files: { 'lib/b/w.ts': `import './w';` }, says: /lib\/b\/w\.ts$/ },
    {
      finds: 'a circle through a late import',
      files: { 'lib/a/z.ts': `await import('./x');` },
      says: /circle of files/,
    },
  ],
});

proveRule('no circle of slices', sliceCircles, {
  good: { 'lib/a/x.ts': `import '@/lib/b/x';`, 'lib/b/x.ts': `import '@/lib/c/x';`, 'lib/c/x.ts': '' },
  bad: [
    {
      finds: 'two slices that share only a type',
      files: { 'lib/b/y.ts': `import type { X } from '@/lib/a/x';` },
      says: /a lib\/b$/,
    },
    { finds: 'three slices', files: { 'lib/c/x.ts': `import '@/lib/a/x';` }, says: /a lib\/b lib\/c$/ },
  ],
});
