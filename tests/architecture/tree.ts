import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Path inside the repository → text. The rules take a tree, so that a test can hand them a bad one. */
export type Tree = ReadonlyMap<string, string>;
export type Rule = (tree: Tree) => string[];

const folders = ['.ci', 'app', 'bench', 'components', 'db', 'docs', 'lib', 'messages', 'scripts', 'seeds', 'tests'];
const rootFiles = /^[\w.-]+\.(ts|tsx|mjs|json|md)$/;
const textFiles = /\.(ts|tsx|mjs|json|sql|md|css|csv|txt)$|^\.ci\/run$/;

function* filesBelow(folder: string): Generator<string> {
  for (const entry of readdirSync(path.join(root, folder), { withFileTypes: true })) {
    const relative = path.posix.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(relative);
    else if (textFiles.test(relative)) yield relative;
  }
}

let project: Tree | undefined;

/** The project as it lies on disk. */
export function projectTree(): Tree {
  if (project) return project;
  const tree = new Map<string, string>();
  const add = (file: string) => tree.set(file, readFileSync(path.join(root, file), 'utf8'));
  for (const name of readdirSync(root)) {
    const isFile = statSync(path.join(root, name)).isFile();
    if (isFile && rootFiles.test(name) && name !== 'package-lock.json' && name !== 'next-env.d.ts') add(name);
    else if (!isFile && folders.includes(name)) for (const file of filesBelow(name)) add(file);
  }
  project = tree;
  return tree;
}

export const isCode = (file: string): boolean => /\.tsx?$/.test(file);

/** Code files whose path begins with one of the prefixes. */
export const codeIn = (tree: Tree, ...prefixes: string[]): string[] =>
  [...tree.keys()].filter((file) => isCode(file) && prefixes.some((prefix) => file.startsWith(prefix))).sort();

export const textOf = (tree: Tree, file: string): string => tree.get(file) ?? '';

const parsed = new Map<string, ts.SourceFile>();

/** The syntax tree of one file, with parents set. */
export function syntaxOf(tree: Tree, file: string): ts.SourceFile {
  const text = textOf(tree, file);
  const known = parsed.get(file);
  if (known?.text === text) return known;
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true, kind);
  parsed.set(file, source);
  return source;
}

/** Every node of a file, top down. */
export function nodesOf(node: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (at: ts.Node) => {
    nodes.push(at);
    ts.forEachChild(at, visit);
  };
  visit(node);
  return nodes;
}

export const lineOf = (node: ts.Node): number =>
  node.getSourceFile().getLineAndCharacterOfPosition(node.getStart()).line + 1;

export interface BadSample {
  /** What the sample does wrong, as the end of "finds …". */
  finds: string;
  files: Record<string, string>;
  says: RegExp;
}

/**
 * One rule: it holds for the project, and it is able to fail: the good sample draws no complaint, each bad one exactly
 * one, in the words of `says`.
 */
export function proveRule(
  name: string,
  rule: Rule,
  samples: { good: Record<string, string>; bad: BadSample[]; sampleRule?: Rule },
): void {
  const onSample = (files: Record<string, string>) => (samples.sampleRule ?? rule)(new Map(Object.entries(files)));
  describe(name, () => {
    it('holds for the project', () => {
      expect(projectTree().size).toBeGreaterThan(50);
      expect(rule(projectTree())).toEqual([]);
    });
    it('has nothing against a good sample', () => {
      expect(onSample(samples.good)).toEqual([]);
    });
    it.each(samples.bad)('finds $finds', ({ files, says }) => {
      const complaints = onSample({ ...samples.good, ...files });
      expect(complaints).toHaveLength(1);
      expect(complaints[0]).toMatch(says);
    });
  });
}
