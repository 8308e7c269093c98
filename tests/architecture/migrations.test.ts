import ts from 'typescript';
import { codeIn, nodesOf, proveRule, syntaxOf, type Tree } from './tree';

/** The SQL names of a slice's tables: the first argument of `table(…)`. */
function tableNames(tree: Tree, file: string): string[] {
  return nodesOf(syntaxOf(tree, file)).flatMap((node) => {
    if (!ts.isCallExpression(node) || node.expression.getText() !== 'table') return [];
    const [name] = node.arguments;
    return name && ts.isStringLiteralLike(name) ? [name.text] : [];
  });
}

function unmigrated(tree: Tree): string[] {
  const complaints: string[] = [];
  const seen = new Map<string, string>();
  for (const file of codeIn(tree, 'lib/').filter((name) => name.endsWith('/tables.ts'))) {
    const names = tableNames(tree, file);
    if (names.length === 0) complaints.push(`${file} declares no table`);
    for (const name of names) {
      const other = seen.get(name);
      if (other) complaints.push(`${file} declares ${name}, which ${other} declares too`);
      seen.set(name, file);
      for (const engine of ['sqlite', 'postgres']) {
        const sql = [...tree].filter(([path]) => path.startsWith(`db/migrations/${engine}/`) && path.endsWith('.sql'));
        const made = new RegExp(`CREATE TABLE [\`"]${name}[\`"]`);
        if (!sql.some(([, text]) => made.test(text))) complaints.push(`${file}: no ${engine} migration makes ${name}`);
      }
    }
  }
  return complaints;
}

proveRule('every table is made by the migrations of both engines', unmigrated, {
  good: {
    'lib/a/tables.ts': `export const one = table('one', {}); export const two = table("two", {});`,
    'db/migrations/sqlite/0000_a.sql': 'CREATE TABLE `one` (\n);\nCREATE TABLE `two` (\n);',
    'db/migrations/postgres/0000_a.sql': 'CREATE TABLE "one" (\n);',
    'db/migrations/postgres/0001_b.sql': 'CREATE TABLE "two" (\n);',
  },
  bad: [
    {
      finds: 'a table that only SQLite has',
      files: {
        'lib/b/tables.ts': `export const three = table('three', {});`,
        'db/migrations/sqlite/0001_c.sql': 'CREATE TABLE `three` (\n);',
      },
      says: /lib\/b\/tables\.ts: no postgres migration makes three/,
    },
    { finds: 'a name used twice', files: { 'lib/b/tables.ts': `export const o = table('one', {});` }, says: /too$/ },
    { finds: 'a file without tables', files: { 'lib/b/tables.ts': 'export {};' }, says: /declares no table/ },
  ],
});
