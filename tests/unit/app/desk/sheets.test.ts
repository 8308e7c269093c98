import { expect, it } from 'vitest';
import { chosenSheets, type SheetGroup } from '@/app/_desk/qr/load-sheets';

const group = (code: string, points: string[]) =>
  ({ code, points: points.map((point) => ({ code: point })), without: [] }) as unknown as SheetGroup;
const groups = [group('A', ['PL-A01', 'PL-A02']), group('D', ['PL-D01'])];
const codes = (points: string[], whole: string[]) =>
  chosenSheets(groups, { points, groups: whole }).map(({ code }) => code);

it('prints what was ticked, each once, in the order of the page', () => {
  expect(codes(['PL-D01', 'PL-A02'], [])).toEqual(['PL-A02', 'PL-D01']);
  expect(codes(['PL-A01'], ['A'])).toEqual(['PL-A01', 'PL-A02']);
});

it('prints nothing that is not on the page', () => {
  expect(codes(['PL-Z99'], ['Z'])).toEqual([]);
});
