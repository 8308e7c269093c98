import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compactCss } from './compact-css';

/** The sheets that a page without script needs; the rest (lists, map, desk) is for screens alone. */
const sheets = ['tokens', 'base', 'tones', 'controls', 'parts', 'frame'];

/**
 * The text of `lite-css.ts`, made from the same sheets that the screens use. It is kept in the repository because a
 * built server has no style sheets to read; a unit test fails when it is behind. Renew: `npx tsx components/lite/build-lite-css.ts`.
 */
export function liteCssModule(): string {
  const css = sheets.map((name) => readFileSync(new URL(`../styles/${name}.css`, import.meta.url), 'utf8')).join('\n');
  const text = compactCss(css).replace(/[\\`$]/g, '\\$&');
  return `/** Made by build-lite-css.ts from components/styles; do not edit. */\nexport const liteCss = \`${text}\`;\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('./lite-css.ts', import.meta.url), liteCssModule());
}
