import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { AreaInput } from '@/lib/places/input';
import { checkAreas, neighbourPairs, readAreas } from '@/scripts/community/areas';
import { readFolder } from '@/scripts/community/folder';
import { Notebook } from '@/scripts/community/mistakes';
import { demoAreas, demoNeighbours } from '@/seeds/demo/geography';

const reference = (name: string): AreaInput[] =>
  JSON.parse(readFileSync(path.resolve('seeds/reference', name), 'utf8')).areas;

/** The ring as a spreadsheet would hold it: longitude first, closed. */
const wkt = (ring: AreaInput['ring']) =>
  ring ? `"POLYGON ((${[...ring, ring[0]].map((at) => at && `${at[1]} ${at[0]}`).join(', ')}))"` : '';

function written(areas: AreaInput[]): string {
  const lines = areas.map((a) =>
    [
      a.code,
      a.parentCode ?? '',
      a.kind,
      a.nameZh,
      `"${a.nameEn ?? ''}"`,
      a.legalForm,
      a.kind === 'community' ? 'XX' : '',
      wkt(a.ring),
    ].join(','),
  );
  return ['code,parent,kind,name_zh,name_en,legal_form,letters,polygon', ...lines].join('\r\n');
}

it.each([
  [
    '大黄山 with the demo community below it',
    () => {
      const own = demoAreas();
      const codes = new Set(own.map((area) => area.code));
      return [...reference('areas-dahuangshan.json').filter((area) => !codes.has(area.code)), ...own];
    },
  ],
  ['滨海新区', () => reference('areas-binhai.json')],
])('takes the real division codes of %s', (_, made) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'poyou-areas-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const wanted = made();
  writeFileSync(path.join(folder, 'areas.csv'), written(wanted));
  const notes = new Notebook();
  const areas = readAreas(readFolder(folder, notes), notes);
  checkAreas(areas, new Set(), new Map(), notes);
  expect(notes.mistakes).toEqual([]);
  expect(areas.map(({ area }) => [area.code, area.parentCode, area.kind])).toEqual(
    wanted.map((a) => [a.code, a.parentCode, a.kind]),
  );
  const ringed = wanted.filter((area) => area.ring);
  expect(areas.filter(({ area }) => area.ring).map(({ area }) => area.ring)).toEqual(ringed.map((area) => area.ring));
  if (ringed.length > 0) {
    const sorted = (pairs: [string, string][]) => pairs.map((pair) => [...pair].sort().join(' ')).sort();
    expect(sorted(neighbourPairs(areas))).toEqual(sorted(demoNeighbours()));
  }
});
