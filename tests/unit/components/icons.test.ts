import { describe, expect, it } from 'vitest';
import { iconNames, iconOutline } from '@/components/icon';
import { lucideOutlines } from '@/components/icons/lucide-outlines';
import { ownOutlines } from '@/components/icons/own-outlines';

type Shape = [tag: string, attributes: Record<string, string>];

const round = (value: number) => String(Math.round(value * 1000) / 1000);

/** One shape of lucide as a path. */
function outlineOf([tag, a]: Shape): string {
  const of = (name: string) => Number(a[name] ?? 0);
  switch (tag) {
    case 'path': {
      // A leading relative move is absolute, but what follows it without a letter stays relative.
      const d = a.d ?? '';
      const move = /^m\s*(-?[\d.]+)[\s,]*(-?(?:\d+\.?\d*|\.\d+))[\s,]*(?=([-\d.])?)/;
      return d.replace(move, (_, x, y, more) => `M${x} ${y}${more ? 'l' : ''}`);
    }
    case 'circle': {
      const [cx, cy, r] = [of('cx'), of('cy'), of('r')];
      const arc = (by: number) => `a${round(r)} ${round(r)} 0 1 0 ${round(by)} 0`;
      return `M${round(cx - r)} ${round(cy)}${arc(2 * r)}${arc(-2 * r)}`;
    }
    case 'line':
      return `M${round(of('x1'))} ${round(of('y1'))}L${round(of('x2'))} ${round(of('y2'))}`;
    case 'polyline':
    case 'polygon': {
      const points = (a.points ?? '').trim().split(/[ ,]+/).map(Number);
      const pairs = points.flatMap((x, i) =>
        i % 2 === 0 ? [`${i ? 'L' : 'M'}${round(x)} ${round(points[i + 1] ?? 0)}`] : [],
      );
      return pairs.join('') + (tag === 'polygon' ? 'z' : '');
    }
    case 'rect': {
      const [x, y, w, h] = [of('x'), of('y'), of('width'), of('height')];
      const r = Math.min(Number(a.rx ?? a.ry ?? 0), w / 2, h / 2);
      if (r === 0) return `M${round(x)} ${round(y)}h${round(w)}v${round(h)}h${round(-w)}z`;
      const corner = (dx: number, dy: number) => `a${round(r)} ${round(r)} 0 0 1 ${round(dx)} ${round(dy)}`;
      return [
        `M${round(x + r)} ${round(y)}h${round(w - 2 * r)}${corner(r, r)}v${round(h - 2 * r)}${corner(-r, r)}`,
        `h${round(2 * r - w)}${corner(-r, -r)}v${round(2 * r - h)}${corner(r, -r)}z`,
      ].join('');
    }
    default:
      throw new Error(`no outline for ${tag}`);
  }
}

describe('icons', () => {
  it.each(Object.entries(lucideOutlines))('%s is that of lucide', async (_, [source, outline]) => {
    const icon: { __iconData: { node: Shape[] } } = await import(
      `../../../node_modules/lucide-react/dist/esm/icons/${source}.mjs`
    );
    expect(outline).toBe(icon.__iconData.node.map(outlineOf).join(''));
  });

  it('stay on the 24 px grid and have one path each', () => {
    for (const name of iconNames) {
      expect(iconOutline(name), name).toMatch(/^M[-\d.MmLlHhVvCcSsQqTtAaZz ,]+$/);
    }
  });

  it('have one name each', () => {
    const own = Object.keys(ownOutlines);
    expect(own.filter((name) => name in lucideOutlines)).toEqual([]);
    expect(own).toEqual(
      expect.arrayContaining([
        'grid',
        'building',
        'seal',
        'deliberate',
        'property',
        'grid-worker',
        'elder',
        'snapshot',
      ]),
    );
  });
});
