import { describe, expect, it } from 'vitest';
import { branchInCharge, type OrgForest, type OrgNode, verifiedBy } from '@/lib/people/policy';

const community = '320371003208';
const [a, b, park] = [`${community}001`, `${community}003`, `${community}901`];
const on = '2024-01-15';

const org = (
  code: string,
  parentCode: string | null,
  kind: OrgNode['kind'],
  dates: Partial<OrgNode> = {},
): OrgNode => ({
  code,
  parentCode,
  kind,
  validFrom: '2020-01-01',
  validTo: null,
  ...dates,
});

function forest(options: { staffed: string[]; orgs?: OrgNode[]; cells?: [string, string[]][] }): OrgForest {
  const orgs = options.orgs ?? [
    org('STREET', null, 'committee'),
    org('GB', 'STREET', 'general_branch'),
    org('B1', 'GB', 'branch'),
    org('B2', 'GB', 'branch'),
  ];
  return {
    orgs: new Map(orgs.map((o) => [o.code, o])),
    cellOrgs: new Map(
      options.cells ?? [
        [a, ['B1']],
        [b, ['B2']],
      ],
    ),
    staffed: new Set(options.staffed),
  };
}

describe('the branch in charge of a cell', () => {
  it('is its own branch, with the nearest able parent above', () => {
    const all = forest({ staffed: ['B1', 'B2', 'GB'] });
    expect(branchInCharge(all, a, on)).toEqual({ org: 'B1', parent: 'GB', chain: ['B1', 'GB', 'STREET'] });
  });

  it('is the general branch while its own has no verifier', () => {
    const without = forest({ staffed: ['B2', 'GB', 'STREET'] });
    expect(branchInCharge(without, a, on)).toMatchObject({ org: 'GB', parent: 'STREET' });
    expect(branchInCharge(without, b, on)).toMatchObject({ org: 'B2', parent: 'GB' });
  });

  it('is the parent from the day after its own one ended, and skips parents that cannot', () => {
    const orgs = [
      org('STREET', null, 'committee'),
      org('GB', 'STREET', 'general_branch'),
      org('B1', 'GB', 'branch', { validTo: '2024-01-15' }),
    ];
    const ended = forest({ staffed: ['B1', 'STREET'], orgs });
    expect(branchInCharge(ended, a, '2024-01-15')).toMatchObject({ org: 'B1', parent: 'STREET' });
    expect(branchInCharge(ended, a, '2024-01-16')).toMatchObject({ org: 'STREET', parent: null });
  });

  it('is the general branch of the community for a cell without a branch of its own', () => {
    const all = forest({ staffed: ['B1', 'B2', 'GB'] });
    expect(branchInCharge(all, park, on)).toEqual({ org: 'GB', parent: null, chain: ['GB', 'STREET'] });
    expect(branchInCharge(all, '320371003209901', on)).toEqual({ org: null, parent: null, chain: [] });
  });

  it('is nobody when nobody of the chain can', () => {
    expect(branchInCharge(forest({ staffed: [] }), a, on)).toMatchObject({ org: null, parent: null });
  });

  it('is a temporary branch while it lasts, then the general branch again', () => {
    const orgs = [
      org('GB', null, 'general_branch'),
      org('T1', 'GB', 'temp_branch', { validFrom: '2024-03-01', validTo: '2024-10-31' }),
    ];
    const cells: [string, string[]][] = [[park, ['GB', 'T1']]];
    const temporary = forest({ staffed: ['GB', 'T1'], orgs, cells });
    expect(branchInCharge(temporary, park, '2024-02-29').org).toBe('GB');
    expect(branchInCharge(temporary, park, '2024-03-01')).toMatchObject({ org: 'T1', parent: 'GB' });
    expect(branchInCharge(temporary, park, '2024-11-01').org).toBe('GB');
  });

  it('survives a tree that bites its own tail', () => {
    const orgs = [org('B1', 'GB', 'branch'), org('GB', 'B1', 'general_branch')];
    expect(branchInCharge(forest({ staffed: ['GB'], orgs, cells: [[a, ['B1']]] }), a, on).org).toBe('GB');
  });
});

describe('the cells of a verifier', () => {
  const cells = [a, b, park];

  it('are those of the own branch; the general branch stands above them and has the rest', () => {
    const all = forest({ staffed: ['B1', 'B2', 'GB'] });
    expect(verifiedBy(all, new Set(['B1']), cells, on)).toEqual({ own: [a], asParent: [] });
    expect(verifiedBy(all, new Set(['GB']), cells, on)).toEqual({ own: [park], asParent: [a, b, park] });
  });

  it('grow by those of a branch that cannot', () => {
    const without = forest({ staffed: ['B2', 'GB'] });
    expect(verifiedBy(without, new Set(['GB']), cells, on)).toEqual({ own: [a, park], asParent: [a, b, park] });
  });
});
