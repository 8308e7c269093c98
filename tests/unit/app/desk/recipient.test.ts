import { describe, expect, it } from 'vitest';
import { missingAnswers } from '@/app/_desk/order/missing-answers';
import { isLeftFromOldItem, missingRecipient, proposedValue } from '@/app/_desk/order/recipient';

function formOf(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

describe('where nobody was chosen', () => {
  it('names the group, or the list beside 另选', () => {
    expect(missingRecipient(formOf({}))).toBe('handler');
    expect(missingRecipient(formOf({ handler: 'other', other: '' }))).toBe('other');
  });

  it.each([{ handler: 'unit:PL-PROP' }, { handler: 'other', other: 'person:p1' }, { handler: 'offer:own' }])(
    'asks for nobody after %o',
    (fields) => {
      expect(missingRecipient(formOf(fields as Record<string, string>))).toBeNull();
    },
  );
});

describe('a recipient that was proposed for another item', () => {
  const before = { wasItem: 'A', proposed: 'unit:PL-PROP' };
  it('is left from it where only the item was changed', () => {
    expect(isLeftFromOldItem(formOf({ ...before, item: 'B', handler: 'unit:PL-PROP' }))).toBe(true);
  });
  it.each([
    { item: 'A', handler: 'unit:PL-PROP' },
    { item: 'B', handler: 'unit:PL-LIFT' },
    { item: 'B', handler: 'other', proposed: 'other' },
  ])('is not after %o', (fields) => {
    expect(isLeftFromOldItem(formOf({ ...before, ...fields }))).toBe(false);
  });
});

describe('who is proposed', () => {
  const candidates = [
    { handler: { unit: 'PL-PROP' }, preselected: false },
    { handler: { person: 'p1' }, preselected: true },
  ];
  it.each([
    [false, true, true, 'person:p1'],
    [true, true, true, 'offer:neighbours'],
    [true, true, false, 'person:p1'],
    [false, false, true, 'offer:neighbours'],
  ])('with volunteers first %s, assign %s, offer %s: %s', (offerFirst, assign, offer, value) => {
    expect(proposedValue({ candidates, offerFirst }, { assign, offer })).toBe(value);
  });
  it('is nobody where there is no candidate', () => {
    expect(proposedValue({ candidates: [], offerFirst: false }, { assign: true, offer: false })).toBe('other');
  });
});

describe('what a call that reached somebody has to answer', () => {
  it('is both answers, and none where nobody was reached', () => {
    expect(missingAnswers(formOf({ reached: 'true', solved: 'yes' }))).toEqual(['stars']);
    expect(missingAnswers(formOf({ reached: 'true' }))).toEqual(['solved', 'stars']);
    expect(missingAnswers(formOf({ reached: 'false' }))).toEqual([]);
  });
});
