import { describe, expect, it } from 'vitest';
import {
  fieldsOf,
  issuesOfReport,
  keepFields,
  namingOf,
  readStep,
  reportControls,
  reportInput,
  stepOf,
  steps,
  storable,
} from '@/app/_resident/report/fields';
import { asksFurther, kindOf, kinds, kindTiles, ownWordsKey, withKind } from '@/app/_resident/report/kinds';
import { submitOrderInput } from '@/lib/orders/input';

const typed = { words: ' 路灯不亮 ', area: 'A-1', phone: '138 0000 0001', name: '王', clientId: '0123456789' };

describe('reportInput', () => {
  it('is what the verb reads, trimmed, with empty fields left out', () => {
    const read = submitOrderInput.parse(reportInput({ ...typed, item: '', detail: ' ' }, []));
    expect(read).toMatchObject({
      words: '路灯不亮',
      place: { areaCode: 'A-1' },
      anonymous: false,
      confidential: false,
    });
    expect(read.contact).toEqual({ name: '王', phone: '13800000001' });
    expect(read.item).toBeUndefined();
    expect(read.place.detail).toBeUndefined();
  });

  it('sends what is new since the last answer with the words, and never in their place', () => {
    expect(reportInput({ ...typed, fresh: ' 又灭了两次 ' }, []).words).toBe('路灯不亮\n又灭了两次');
    expect(reportInput({ ...typed, words: ' ', fresh: '又灭了' }, []).words).toBeUndefined();
    expect(keepFields({ fresh: '又灭了' })).toEqual({ fresh: '又灭了' });
  });

  it('takes the chosen building before a typed address, and both before the slip', () => {
    const place = (fields: Record<string, string>) => reportInput({ ...typed, area: '', ...fields }, []).place;
    expect(place({ area: 'X', address: 'Y', point: 'Z' })).toMatchObject({ areaCode: 'X' });
    expect(place({ area: 'X', address: 'Y', point: 'Z' }).pointCode).toBeUndefined();
    expect(place({ address: 'Y', point: 'Z' })).toMatchObject({ address: 'Y', pointCode: undefined });
    expect(place({ point: 'Z' })).toMatchObject({ pointCode: 'Z', areaCode: undefined });
  });

  it('gives no name of who stays unnamed, and keeps the phone that was left', () => {
    const read = submitOrderInput.parse(reportInput({ ...typed, naming: 'anonymous' }, []));
    expect(read.anonymous).toBe(true);
    expect(read.contact).toEqual({ phone: '13800000001' });
  });

  it('marks what only the community may know', () => {
    const read = submitOrderInput.parse(reportInput({ ...typed, naming: 'confidential' }, []));
    expect([read.anonymous, read.confidential]).toEqual([false, true]);
  });

  it('takes an unknown way of naming for the usual one', () => {
    expect(namingOf({ naming: 'root' })).toBe('phone');
  });
});

describe('the position of the phone', () => {
  const here = { area: 'C-1', here: 'C-1', lat: '34.26', lng: '117.27' };

  it('is the place while its cell is still the one that is chosen', () => {
    expect(reportInput({ ...typed, ...here }, []).place).toEqual({ point: { lat: 34.26, lng: 117.27 } });
    const moved = reportInput({ ...typed, ...here, area: 'A-1' }, []).place;
    expect([moved.areaCode, moved.point]).toEqual(['A-1', undefined]);
  });

  it('is nothing when it is no position', () => {
    expect(reportInput({ ...typed, ...here, lat: 'x' }, []).place).toMatchObject({ areaCode: 'C-1' });
  });
});

describe('the tiles of elder mode', () => {
  it('are six, and each kind belongs to one', () => {
    expect(kindTiles).toHaveLength(6);
    expect(kindTiles.flatMap((tile) => tile.kinds).sort()).toEqual(Object.keys(kinds).sort());
  });

  it('put their item in place of another, and 其他 takes it away', () => {
    expect(withKind({ item: '1101' }, 'lamp')).toEqual({ kind: 'lamp', item: '0601' });
    expect(withKind({ item: '0601' }, 'other')).toEqual({ kind: 'other', item: '' });
  });

  it('ask further where a tile holds more than one kind, and before anybody feels unwell in silence', () => {
    expect(kindTiles.filter(asksFurther).map(({ name }) => name)).toEqual(['utility', 'errand', 'unwell']);
  });

  it('lend their words, of a lamp by where it hangs, and none for what nobody can guess', () => {
    expect(ownWordsKey('lamp', true)).toBe('report.kind.lamp.words');
    expect(ownWordsKey('lamp', false)).toBe('report.kind.lamp_outside.words');
    expect([ownWordsKey('other', true), ownWordsKey(null, true)]).toEqual([null, null]);
  });

  it('are read only as they stand in the list', () => {
    expect([kindOf({ kind: 'lamp' }), kindOf({ kind: 'toString' }), kindOf({})]).toEqual(['lamp', null, null]);
  });
});

describe('keepFields', () => {
  it('keeps the form own fields and nothing else', () => {
    const kept = keepFields({ ...typed, do: 'submit', step: '2', kept: 'id', _issues: '[]', photos: 'x' });
    expect(kept).toEqual(typed);
  });
});

describe('storable', () => {
  it('drops what no keyboard makes and leaves pictographs whole', () => {
    expect(storable({ words: 'a\u0000b\ud83d c🔥', many: ['x\u0000'] })).toEqual({ words: 'ab c🔥', many: ['x'] });
  });
});

describe('issuesOfReport', () => {
  const issue = (path: string) => ({ path, reason: 'input.required', message: path });

  it('leads each path of the input to a field of the form, once for each field', () => {
    const paths = [
      'words',
      'contact.phone',
      'contact.name',
      'place.detail',
      'place',
      'place.areaCode',
      'photos.0',
      'item',
    ];
    const found = issuesOfReport({ reason: 'input.invalid', message: '', issues: paths.map(issue) });
    expect(found.map(({ path }) => path)).toEqual(['words', 'phone', 'name', 'detail', 'area', 'photos', 'item']);
  });

  it.each([
    ['place.outside', 'area'],
    ['order.place_too_wide', 'area'],
    ['upload.heic', 'photos'],
    ['throttle.upload_address', 'photos'],
    ['photo.unknown', 'photos'],
    ['item.unknown', 'item'],
    ['order.open_limit', 'words'],
  ])('leads %s to %s', (reason, path) => {
    expect(issuesOfReport({ reason, message: 'm' })).toEqual([{ path, reason, message: 'm' }]);
  });
});

describe('the pages of elder mode', () => {
  it('ask for every field exactly once', () => {
    const asked = steps.flatMap((step) => fieldsOf(step));
    expect([...asked].sort()).toEqual(Object.keys(reportControls).sort());
  });

  it('know the page of a field, and the first page for anything else', () => {
    expect([stepOf('words'), stepOf('area'), stepOf('phone'), stepOf('?')]).toEqual([3, 2, 4, 1]);
  });

  it('are read from the address only when they exist', () => {
    expect([readStep('4'), readStep('5'), readStep('0'), readStep(undefined), readStep(['1', '2'])]).toEqual([
      4,
      null,
      null,
      null,
      null,
    ]);
  });
});
