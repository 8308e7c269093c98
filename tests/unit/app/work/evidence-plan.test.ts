import { describe, expect, it } from 'vitest';
import { evidenceInput, evidencePlan, statedKinds, unexcusedKinds } from '@/app/_work/evidence-plan';
import { formInput } from '@/lib/transport/form';

const asInput = (pairs: [string, string][]) => {
  const fields: Record<string, string | string[]> = {};
  for (const [name, value] of pairs) fields[name] = name in fields ? [fields[name] ?? '', value].flat() : value;
  return formInput(fields);
};

describe('the checklist of evidence', () => {
  it('lists each kind once, with how it is shown and what the record proves', () => {
    const plan = evidencePlan({ kinds: 'photo_before+photo_after+text', proven: ['photo_before'] });
    expect(plan.rows).toEqual([
      { kind: 'photo_before', way: 'photos', proven: true, either: false },
      { kind: 'photo_after', way: 'photos', proven: false, either: false },
      { kind: 'text', way: 'text', proven: false, either: false },
    ]);
    expect(plan.open).toEqual(['photo_after', 'text']);
  });

  it('marks what another kind may stand for', () => {
    const plan = evidencePlan({ kinds: 'document+photo_after/document+reading', proven: [] });
    expect(plan.rows.map(({ kind, way, either }) => [kind, way, either])).toEqual([
      ['document', 'photos', false],
      ['photo_after', 'photos', true],
      ['reading', 'line', true],
    ]);
    expect(plan.sets).toHaveLength(2);
  });

  it('knows visits, which no field can fill in', () => {
    const { rows } = evidencePlan({ kinds: 'in_out+position', proven: ['position'] });
    expect(rows.map(({ way, proven }) => [way, proven])).toEqual([
      ['visit', false],
      ['visit', true],
    ]);
  });

  it('names what is neither given nor proven nor excused', () => {
    const checklist = { kinds: 'photo_before+photo_after+document', proven: ['photo_before'] };
    expect(unexcusedKinds(checklist, ['photo_after'], [])).toEqual(['document']);
    expect(unexcusedKinds(checklist, ['photo_after'], ['document'])).toEqual([]);
    expect(unexcusedKinds({ kinds: 'document/signature', proven: [] }, ['signature'], [])).toEqual([]);
  });
});

describe('the finish form as input of its verb', () => {
  it('puts photos, texts and values into their pieces', () => {
    const input = evidenceInput(
      { 'text.text': ' 与户主谈妥 ', 'text.reading': '0.32 MPa', 'text.ref_no': '' },
      { photo_after: ['a', 'b'] },
    );
    expect(asInput(input)).toEqual({
      pieces: [
        { kind: 'photo_after', photos: ['a', 'b'] },
        { kind: 'text', text: '与户主谈妥' },
        { kind: 'reading', value: '0.32 MPa' },
      ],
    });
  });

  it('counts a reason only where the piece is not there', () => {
    const fields = { 'missing.document': '户主在外地', 'missing.photo_after': '相机坏了', 'text.text': '谈过' };
    expect(asInput(evidenceInput(fields, { photo_after: ['a'] }))).toEqual({
      pieces: [
        { kind: 'photo_after', photos: 'a' },
        { kind: 'text', text: '谈过' },
      ],
      missing: [{ kind: 'document', reason: '户主在外地' }],
    });
    expect(statedKinds(fields, { photo_after: ['a'] })).toEqual({
      given: ['photo_after', 'text'],
      excused: ['document', 'photo_after'],
    });
  });

  it('sends a list even when nothing was given, so that the refusal is about evidence', () => {
    expect(asInput(evidenceInput({ 'text.text': '  ' }, { photo: [] }))).toEqual({ pieces: [{ kind: 'text' }] });
  });
});
