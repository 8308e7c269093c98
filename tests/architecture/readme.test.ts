import { proveRule, type Tree, textOf } from './tree';

/** What the documents tell a reader to type is there: scripts of package.json, and the files that these run. */
function commands(tree: Tree): string[] {
  const scripts: Record<string, string> = JSON.parse(textOf(tree, 'package.json') || '{}').scripts ?? {};
  const complaints: string[] = [];
  for (const [file, text] of tree) {
    if (!file.endsWith('.md')) continue;
    for (const [, named = ''] of text.matchAll(/\bnpm run ([\w:-]+)/g)) {
      if (!(named in scripts)) complaints.push(`${file} says npm run ${named}, which package.json does not have`);
    }
    for (const [, path = ''] of text.matchAll(/`((?:app|bench|db|docs|lib|scripts|seeds|tests)\/[\w./-]*\.\w+)`/g)) {
      if (!tree.has(path)) complaints.push(`${file} names ${path}, which is not there`);
    }
  }
  for (const [name, command] of Object.entries(scripts)) {
    for (const [path] of command.matchAll(/\b(?:scripts|bench)\/[\w./-]+\.\w+/g)) {
      if (!tree.has(path)) complaints.push(`npm run ${name} needs ${path}, which is not there`);
    }
  }
  return complaints;
}

proveRule('what the documents name is there', commands, {
  good: {
    'package.json': '{ "scripts": { "demo": "node scripts/demo.mjs" } }',
    'scripts/demo.mjs': '',
    'README.md': 'Type `npm run demo`; it is `scripts/demo.mjs`.',
  },
  bad: [
    { finds: 'a command that is gone', files: { 'docs/x.md': 'npm run fly' }, says: /docs\/x\.md says npm run fly/ },
    { finds: 'a file that is gone', files: { 'docs/x.md': 'see `lib/orders/policy.ts`' }, says: /policy\.ts/ },
    {
      finds: 'a script without its file',
      files: { 'package.json': '{ "scripts": { "demo": "node scripts/demo.mjs", "x": "node scripts/x.mjs" } }' },
      says: /needs scripts\/x\.mjs/,
    },
  ],
});
