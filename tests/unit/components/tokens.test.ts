import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { tones } from '@/components/tone';
import { contrast, type TokenMode, tokensOf } from './contrast';

const styles = new URL('../../../components/styles/', import.meta.url);
const withoutComments = (css: string) => css.replace(/\/\*[\s\S]*?\*\//g, '');
const sheets = readdirSync(styles).map(
  (name) => [name, withoutComments(readFileSync(new URL(name, styles), 'utf8'))] as const,
);

describe('contrast of the tokens', () => {
  it.each<[string, string, number]>([
    ['ink-900', 'white', 7],
    ['ink-900', 'paper', 7],
    ['ink-900', 'teal-50', 7],
    ['ink-500', 'white', 5.5],
    ['ink-500', 'paper', 5.5],
    ['ink-500', 'paper-2', 4.5],
    ['ink-500', 'teal-50', 4.5],
    ['ink-700', 'paper-2', 7],
    ['white', 'teal-700', 7],
    ['white', 'teal-600', 4.5],
    ['white', 'teal-800', 7],
    ['white', 'teal-900', 7],
    ['teal-700', 'paper', 4.5],
    ['teal-700', 'teal-50', 4.5],
    ['teal-600', 'paper', 4.5],
    ['cin-700', 'white', 4.5],
    ['cin-700', 'paper', 4.5],
    ['gold-700', 'white', 4.5],
    ['gold-700', 'paper', 4.5],
    ['gold-700', 'paper-2', 4.5],
    ['brown-700', 'white', 4.5],
    ['grey-700', 'grey-50', 4.5],
    ['white', 'info-700', 4.5],
    ['white', 'gold-700', 4.5],
    ['white', 'cin-700', 4.5],
    ['ink-700', 'map-5', 4.5],
    // Not text: edges of controls, rating faces, focus against the white gap, dots of the timeline.
    ['ink-400', 'white', 3],
    ['ink-400', 'paper', 3],
    ['star', 'white', 3],
    ['star', 'teal-50', 3],
    ['focus', 'white', 3],
    ['cin-600', 'white', 3],
  ])('%s on %s is at least %f', (front, back, least) => {
    expect(contrast(front, back)).toBeGreaterThanOrEqual(least);
  });

  it.each<TokenMode>(['elder', 'xl'])('secondary text in %s mode is at least 7', (mode) => {
    for (const ground of ['white', 'paper', 'paper-2', 'teal-50']) {
      expect(contrast('ink-500', ground, mode)).toBeGreaterThanOrEqual(7);
    }
  });

  it.each<TokenMode>(['elder', 'xl'])('words of chips in %s mode are ink on every tone', (mode) => {
    expect(tokensOf[mode]['chip-ink']).toBe('var(--ink-900)');
    for (const { ground } of Object.values(tones)) {
      expect(contrast('ink-900', ground, mode)).toBeGreaterThanOrEqual(7);
    }
  });
});

describe('sizes', () => {
  it('of text and targets are those of the three modes', () => {
    const sizes = Object.fromEntries(
      Object.entries(tokensOf).map(([mode, t]) => [mode, [t['fs-body'], t['fs-sm'], t.tap, t['tap-min']]]),
    );
    expect(sizes).toEqual({
      standard: ['17px', '15px', '48px', '44px'],
      elder: ['24px', '20px', '64px', '60px'],
      xl: ['30px', '25px', '72px', '60px'],
    });
  });
});

describe('style sheets', () => {
  it('use no colour function that old phone kernels drop', () => {
    for (const [name, text] of sheets) expect(text, name).not.toMatch(/oklch|color-mix|light-dark/);
  });

  it('name colours by token, but for white lines on the dark headers', () => {
    for (const [name, text] of sheets) {
      if (name === 'tokens.css') continue;
      const literal = [...text.matchAll(/#[\da-f]{3,8}\b/gi)].map((m) => m[0]);
      expect(
        literal.filter((hex) => !['#ffffff8c', '#33605d'].includes(hex)),
        name,
      ).toEqual([]);
    }
  });

  it('use only tokens that exist', () => {
    for (const [name, text] of sheets) {
      const used = [...text.matchAll(/var\(--([\w-]+)\)/g)].map((m) => m[1] ?? '');
      expect(
        used.filter((token) => !(token in tokensOf.standard)),
        name,
      ).toEqual([]);
    }
  });

  it('have no layer, so that browsers without @layer keep them', () => {
    for (const [name, text] of sheets) expect(text, name).not.toContain('@layer');
  });
});
