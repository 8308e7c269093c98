import { readFileSync } from 'node:fs';

const css = readFileSync(new URL('../../../components/styles/tokens.css', import.meta.url), 'utf8');

/** The custom properties of the first block with this selector. */
function block(selector: string): Record<string, string> {
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`tokens.css has no ${selector}`);
  const body = css.slice(start, css.indexOf('}', start));
  return Object.fromEntries(
    [...body.matchAll(/--([\w-]+):\s*([^;]+);/g)].map((m) => [m[1] ?? '', (m[2] ?? '').trim()]),
  );
}

/** What the tokens are in each mode, as the browser would resolve them. */
export const tokensOf = {
  standard: block(':root'),
  elder: { ...block(':root'), ...block('html[data-mode="elder"]') },
  xl: { ...block(':root'), ...block('html[data-mode="xl"]') },
};
export type TokenMode = keyof typeof tokensOf;

function luminance(hex: string): number {
  const channels = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(hex)?.slice(1);
  if (!channels) throw new Error(`not a hex colour: ${hex}`);
  const [r = 0, g = 0, b = 0] = channels.map((part) => {
    const value = Number.parseInt(part, 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast of two tokens in a mode. */
export function contrast(front: string, back: string, mode: TokenMode = 'standard'): number {
  const read = (name: string) => luminance(tokensOf[mode][name] ?? `no token ${name}`);
  const [light = 0, dark = 0] = [read(front), read(back)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}
