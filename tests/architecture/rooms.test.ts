import ts from 'typescript';
import { expect, it } from 'vitest';
import { above, below, ownRooms, vocabulary } from './slices';
import { codeIn, proveRule, type Rule, syntaxOf, type Tree } from './tree';

/** Names that say nothing of what is inside; everything ends up there. */
const emptyNames = /^(utils?|helpers?|types?|index|common|misc|shared|constants)$/;

function emptyRooms(tree: Tree): string[] {
  return codeIn(tree, 'lib/')
    .filter((file) => file.split('/').some((part) => emptyNames.test(part.replace(/\.tsx?$/, ''))))
    .map((file) => `${file}: name it after what it holds`);
}

proveRule('no file of lib is named utils, helpers, types or index', emptyRooms, {
  good: { 'lib/orders/status.ts': '', 'app/orders/types.ts': '' },
  bad: [
    { finds: 'utils', files: { 'lib/orders/utils.ts': '' }, says: /utils/ },
    { finds: 'a barrel', files: { 'lib/orders/queries/index.ts': '' }, says: /index/ },
    { finds: 'a folder of helpers', files: { 'lib/helpers/time.ts': '' }, says: /helpers/ },
  ],
});

const kebab = /^[a-z0-9]+(-[a-z0-9]+)*\.(ts|tsx)$/;

/** The rooms of each slice are those of the closed vocabulary and its own, which are named with their reason. */
const roomsRule =
  (own: Record<string, Record<string, string>>): Rule =>
  (tree) => {
    const complaints: string[] = [];
    const free = (slice: string) => slice in above || slice in below;
    for (const file of codeIn(tree, 'lib/')) {
      const [, slice = '', room = '', inner] = file.split('/');
      const name = file.slice(file.lastIndexOf('/') + 1);
      if (!kebab.test(name)) complaints.push(`${file}: files are kebab-case`);
      else if (inner !== undefined && room !== 'commands' && room !== 'queries' && !free(slice)) {
        complaints.push(`${file}: a slice has no folders but commands and queries`);
      } else if (!free(slice) && !(room in vocabulary) && !(room in (own[slice] ?? {}))) {
        complaints.push(`${file}: not in the vocabulary of a slice, nor in ownRooms (tests/architecture/slices.ts)`);
      }
    }
    for (const [slice, rooms] of Object.entries(own)) {
      for (const room of Object.keys(rooms)) {
        if (!tree.has(`lib/${slice}/${room}`)) complaints.push(`ownRooms names lib/${slice}/${room}, which is gone`);
      }
    }
    return complaints;
  };

proveRule('a slice has the rooms of the vocabulary', roomsRule(ownRooms), {
  sampleRule: roomsRule({ orders: { 'act.ts': 'a reason' } }),
  good: {
    'lib/orders/act.ts': '',
    'lib/orders/store.ts': '',
    'lib/orders/commands/claim-order.ts': '',
    'lib/kernel/geo.ts': '',
  },
  bad: [
    { finds: 'a room without a reason', files: { 'lib/orders/thing.ts': '' }, says: /orders\/thing\.ts: not in/ },
    { finds: "another slice's own room", files: { 'lib/people/act.ts': '' }, says: /people\/act\.ts: not in/ },
    { finds: 'a folder of its own', files: { 'lib/orders/rules/a.ts': '' }, says: /no folders/ },
    { finds: 'camel case', files: { 'lib/orders/queries/listOrders.ts': '' }, says: /kebab/ },
  ],
});

it('the list of own rooms names nothing that is gone', () => {
  const rule = roomsRule({ orders: { 'act.ts': 'a reason' } });
  expect(rule(new Map([['lib/orders/store.ts', '']]))).toEqual(['ownRooms names lib/orders/act.ts, which is gone']);
});

const camel = (file: string) =>
  file
    .slice(file.lastIndexOf('/') + 1)
    .replace(/\.tsx?$/, '')
    .replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const isExported = (node: ts.Node) =>
  ts.canHaveModifiers(node) && ts.getModifiers(node)?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword);

/** The names of the values that a file exports; types are not counted. */
function exportedValues(tree: Tree, file: string): string[] {
  return syntaxOf(tree, file).statements.flatMap((node) => {
    if (ts.isExportAssignment(node)) return ['default'];
    if (ts.isExportDeclaration(node) && !node.isTypeOnly) {
      const named = node.exportClause && ts.isNamedExports(node.exportClause) ? node.exportClause.elements : [];
      return node.exportClause ? [...named].filter((e) => !e.isTypeOnly).map((e) => e.name.text) : ['*'];
    }
    if (!isExported(node)) return [];
    if (ts.isVariableStatement(node)) return node.declarationList.declarations.map((d) => d.name.getText());
    const isValue = ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node) || ts.isEnumDeclaration(node);
    return isValue ? [node.name?.text ?? 'default'] : [];
  });
}

function verbs(tree: Tree): string[] {
  return codeIn(tree, 'lib/')
    .filter((file) => /^lib\/[\w-]+\/commands\//.test(file))
    .flatMap((file) => {
      const values = exportedValues(tree, file);
      const right = values.length === 1 && values[0] === camel(file);
      return right ? [] : [`${file} exports ${values.join(', ') || 'nothing'}: it should be ${camel(file)} alone`];
    });
}

proveRule('a commands file exports one verb, named as the file', verbs, {
  good: {
    'lib/orders/commands/claim-order.ts':
      'export interface Claimed {}\nexport async function claimOrder() {}\nconst x = 1;',
    'lib/orders/commands/ask-info.ts': 'export const askInfo = async () => {};',
  },
  bad: [
    {
      finds: 'two verbs',
      files: { 'lib/a/commands/x.ts': 'export function x() {}\nexport const y = 1;' },
      says: /x, y/,
    },
    {
      finds: 'another name',
      files: { 'lib/a/commands/do-it.ts': 'export function doThat() {}' },
      says: /doThat.*doIt/,
    },
    { finds: 'nothing', files: { 'lib/a/commands/x.ts': 'function x() {}' }, says: /nothing/ },
    { finds: 'a default', files: { 'lib/a/commands/x.ts': 'const x = 1;\nexport default x;' }, says: /default/ },
    { finds: 'a passage', files: { 'lib/a/commands/x.ts': `export * from './y';` }, says: /\*/ },
  ],
});
