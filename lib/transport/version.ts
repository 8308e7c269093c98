import { readFileSync } from 'node:fs';
import path from 'node:path';
import { processOnce } from '@/lib/kernel/once';

function read(): string {
  const file: unknown = JSON.parse(readFileSync(path.join(process.cwd(), 'package.json'), 'utf8'));
  const said = typeof file === 'object' && file !== null && 'version' in file ? file.version : null;
  return typeof said === 'string' ? said : 'unknown';
}

/** The program's version, from its package.json. */
export const programVersion = (): string => processOnce('version', read);
