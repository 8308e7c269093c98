import path from 'node:path';
import ts from 'typescript';
import { codeIn, lineOf, nodesOf, syntaxOf, type Tree } from './tree';

export interface Import {
  from: string;
  line: number;
  /** A path inside the repository, or the name of a package as it is written. */
  to: string;
  inside: boolean;
  /** Gone after compilation: it orders nothing and cannot make a cycle at run time. */
  typeOnly: boolean;
  names: string[];
}

const endings = ['', '.ts', '.tsx', '.mjs', '.json', '/index.ts', '/index.tsx'];

function resolve(tree: Tree, from: string, specifier: string): { to: string; inside: boolean } {
  if (specifier === '#dialect') return { to: 'db/dialect/index.ts', inside: true };
  const bare = specifier.startsWith('@/')
    ? specifier.slice(2)
    : specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(from), specifier)
      : null;
  if (bare === null) return { to: specifier, inside: false };
  const found = endings.map((ending) => bare + ending).find((file) => tree.has(file));
  return { to: found ?? bare, inside: true };
}

function clauseOf(node: ts.ImportDeclaration | ts.ExportDeclaration): { typeOnly: boolean; names: string[] } {
  if (ts.isExportDeclaration(node)) {
    const named = node.exportClause && ts.isNamedExports(node.exportClause) ? [...node.exportClause.elements] : [];
    const typeOnly = node.isTypeOnly || (named.length > 0 && named.every((element) => element.isTypeOnly));
    return { typeOnly, names: named.map((element) => (element.propertyName ?? element.name).text) };
  }
  const clause = node.importClause;
  if (!clause) return { typeOnly: false, names: [] };
  const named =
    clause.namedBindings && ts.isNamedImports(clause.namedBindings) ? [...clause.namedBindings.elements] : [];
  const allTypes = named.length > 0 && !clause.name && named.every((element) => element.isTypeOnly);
  const typeOnly = clause.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes;
  return { typeOnly, names: named.map((element) => (element.propertyName ?? element.name).text) };
}

/** `import … from`, `export … from`, `import('…')`, `require('…')` and `import('…').Type`. */
function statementOf(node: ts.Node): { specifier: string; typeOnly: boolean; names: string[] } | null {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
    const specifier = node.moduleSpecifier;
    return specifier && ts.isStringLiteral(specifier) ? { specifier: specifier.text, ...clauseOf(node) } : null;
  }
  if (ts.isCallExpression(node)) {
    const [argument] = node.arguments;
    const dynamic = node.expression.kind === ts.SyntaxKind.ImportKeyword;
    const required = ts.isIdentifier(node.expression) && node.expression.text === 'require';
    if ((dynamic || required) && argument && ts.isStringLiteralLike(argument)) {
      return { specifier: argument.text, typeOnly: false, names: [] };
    }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return { specifier: node.argument.literal.text, typeOnly: true, names: [] };
  }
  return null;
}

const remembered = new WeakMap<Tree, Import[]>();

/** Every import statement of the project's code. */
export function importsOf(tree: Tree): Import[] {
  const known = remembered.get(tree);
  if (known) return known;
  const imports: Import[] = [];
  for (const from of codeIn(tree, '')) {
    for (const node of nodesOf(syntaxOf(tree, from))) {
      const statement = statementOf(node);
      if (!statement) continue;
      const { specifier, typeOnly, names } = statement;
      imports.push({ from, line: lineOf(node), ...resolve(tree, from, specifier), typeOnly, names });
    }
  }
  remembered.set(tree, imports);
  return imports;
}
