// Settings of this installation: `.env.local`, then `.env`; what is set already stays as it is.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './machine.mjs';

export function readEnvFiles() {
  for (const name of ['.env.local', '.env']) {
    const file = path.join(root, name);
    if (existsSync(file)) process.loadEnvFile(file);
  }
}
