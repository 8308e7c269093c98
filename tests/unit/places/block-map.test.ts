import { describe, expect, it } from 'vitest';
import { blockMap } from '@/lib/places/block-map';
import { distanceBand } from '@/lib/places/distance-band';
import { demoAreas } from '@/seeds/demo/geography';
import { anchor } from '@/seeds/demo/geography-plan';

const cells = demoAreas().flatMap((area) => (area.ring ? [{ code: area.code, ring: area.ring }] : []));

describe('blockMap', () => {
  it('fills the box to scale with north up', () => {
    // 1,000 m × 880 m on 500 × 440: half a unit a metre.
    const map = blockMap(cells, { width: 500, height: 440 });
    expect(map?.viewBox).toBe('0 0 500 440');
    expect(map?.metresPerUnit).toBeCloseTo(2, 2);
    expect(map?.cells[0]).toEqual({
      code: '320371003208001',
      path: 'M0 200L125 200L125 0L0 0Z',
      label: { x: 62.5, y: 100 },
    });
    expect(map?.cells[6]?.path).toBe('M0 440L500 440L500 400L0 400Z');
    expect(map?.project(anchor)).toEqual({ x: 250, y: 200 });
  });

  it('centres what does not fill the box, inside the padding', () => {
    const map = blockMap(cells, { width: 1000, height: 460, padding: 10 });
    expect(map?.metresPerUnit).toBeCloseTo(2, 2);
    expect(map?.project(anchor)).toEqual({ x: 500, y: 210 });
  });

  it('is nothing without rings', () => {
    expect(blockMap([], { width: 100, height: 100 })).toBeNull();
    expect(blockMap([{ code: '1', ring: [] }], { width: 100, height: 100 })).toBeNull();
  });
});

describe('distanceBand', () => {
  it('has its bounds where they are written', () => {
    expect([0, 199.9, 200, 499.9, 500, 1000, 1000.1].map(distanceBand)).toEqual([
      'under_200m',
      'under_200m',
      'from_200m',
      'from_200m',
      'from_500m',
      'from_500m',
      'over_1km',
    ]);
  });
});
