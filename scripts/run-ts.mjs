// Runs one TypeScript file of the project: node scripts/run-ts.mjs path/to/file.ts [arguments…]
// `@/…` (tsconfig paths) and `#dialect` (package.json imports) resolve as they do in the program.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './machine.mjs';
import { readEnvFiles } from './read-env.mjs';

const [file, ...args] = process.argv.slice(2);
if (!file) {
  process.stderr.write('Usage: node scripts/run-ts.mjs path/to/file.ts [arguments…]\n');
  process.exit(2);
}
process.chdir(root);
const target = path.resolve(file);
if (!existsSync(target)) {
  process.stderr.write(`There is no ${path.relative(root, target)}.\n`);
  process.exit(2);
}

// Before the file's imports: `#dialect` binds to the engine that DATABASE_URL names.
readEnvFiles();
process.env.TSX_TSCONFIG_PATH ??= path.join(root, 'tsconfig.json');
const { register } = await import('tsx/esm/api');
register();
process.argv = [process.execPath, target, ...args];
await import(pathToFileURL(target).href);
