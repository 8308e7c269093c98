import { describe, expect, it } from 'vitest';
import { type CandidateFacts, rankCandidates, scoreOf } from '@/lib/orders/candidates';

const one = (unit: string, facts: Partial<CandidateFacts> = {}): CandidateFacts => ({
  handler: { unit },
  name: { zh: unit, en: unit },
  group: null,
  named: [],
  ofGroup: false,
  near: null,
  distance: null,
  load: 0,
  returns: 0,
  handledBefore: false,
  preselected: false,
  ...facts,
});

describe('the ranking of candidates', () => {
  it.each<[string, Partial<CandidateFacts>, Partial<CandidateFacts>]>([
    ['a rule before the table', { named: ['rule'] }, { named: ['route_first'] }],
    ['the first of the table before its other', { named: ['route_first'] }, { named: ['route_or'] }],
    ['the table before the own cell', { named: ['route_then'] }, { near: 'own', distance: 'under_200m' }],
    ['the own cell before one beside it', { near: 'own' }, { near: 'beside' }],
    ['the group before a cell beside', { ofGroup: true }, { near: 'beside' }],
    ['nearer before farther', { distance: 'under_200m' }, { distance: 'from_200m' }],
    ['an empty hand before a full one', { load: 1 }, { load: 4 }],
    ['who kept what came before who sent it back', { returns: 0, load: 7 }, { returns: 1 }],
    ['a new hand before the earlier one', {}, { handledBefore: true }],
    ['who is proposed before everybody', { preselected: true, returns: 9 }, { named: ['rule'] }],
  ])('puts %s', (_, better, worse) => {
    const ranked = rankCandidates([one('Z-WORSE', worse), one('A-BETTER', better)]);
    expect(ranked.map(({ handler }) => handler)).toEqual([{ unit: 'A-BETTER' }, { unit: 'Z-WORSE' }]);
    const turned = rankCandidates([one('A-WORSE', worse), one('Z-BETTER', better)]);
    expect(turned[0]?.handler).toEqual({ unit: 'Z-BETTER' });
  });

  it('says each reason, and of equals the code decides', () => {
    const facts = one('B', {
      named: ['rule', 'route_first'],
      ofGroup: true,
      near: 'own',
      distance: 'from_200m',
      handledBefore: true,
      returns: 2,
    });
    expect(rankCandidates([facts])[0]?.reasons).toEqual([
      'rule',
      'route_first',
      'group',
      'cell_own',
      'distance_from_200m',
      'handled_before',
      'returned_before',
    ]);
    expect(rankCandidates([one('B'), one('A')]).map(({ handler }) => handler)).toEqual([{ unit: 'A' }, { unit: 'B' }]);
    expect(scoreOf(one('A', { load: 500 }))).toBe(-10);
  });
});
