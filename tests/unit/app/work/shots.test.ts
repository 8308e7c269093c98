import { describe, expect, it } from 'vitest';
import { samePhotos, shotsOf } from '@/app/_work/shots';

const photo = (id: string, kind: string, seq: number, sha256 = id) => ({ id, kind, seq, sha256 });
const event = (seq: number, type: string, hour: number) => ({
  seq,
  type: `order.${type}`,
  at: `2024-01-15T${String(hour).padStart(2, '0')}:00:00+08:00`,
});
const timeline = [event(1, 'submitted', 8), event(2, 'signed', 9), event(3, 'evidence_submitted', 10)];

describe('the photos that a verifier compares', () => {
  it('takes the handler’s own before, else the resident’s', () => {
    const byResident = photo('r', 'requester', 1);
    const own = shotsOf([byResident, photo('b', 'photo_before', 3), photo('a', 'photo_after', 3)], timeline);
    expect([own.before?.id, own.after?.id, own.others]).toEqual(['b', 'a', []]);
    const lent = shotsOf([byResident, photo('a', 'photo_after', 3)], timeline);
    expect([lent.before?.id, lent.before?.at]).toEqual(['r', Date.parse('2024-01-15T08:00:00+08:00')]);
  });

  it('shows what has no partner beside the texts', () => {
    const shots = shotsOf([photo('d', 'document', 3), photo('a', 'photo_after', 3)], timeline);
    expect([shots.before, shots.after, shots.others.map((s) => s.id)]).toEqual([null, null, ['d', 'a']]);
  });

  it('looks at the last round only, and lends the before of an earlier one', () => {
    const again = [...timeline, event(4, 'reworked', 11), event(5, 'evidence_submitted', 12)];
    const shots = shotsOf(
      [
        photo('b1', 'photo_before', 3),
        photo('a1', 'photo_after', 3),
        photo('a2', 'photo_after', 5),
        photo('n', 'note', 4),
      ],
      again,
    );
    expect([shots.before?.id, shots.after?.id, shots.others]).toEqual(['b1', 'a2', []]);
  });

  it('is silent before any evidence', () => {
    const shots = shotsOf([photo('r', 'requester', 1)], timeline.slice(0, 2));
    expect([shots.before, shots.after, shots.others, shots.byRequester.length]).toEqual([null, null, [], 1]);
  });
});

describe('photos that prove nothing new', () => {
  it('finds one photo shown before and after', () => {
    const photos = [photo('b', 'photo_before', 3, 'same'), photo('a', 'photo_after', 3, 'same')];
    expect(samePhotos(photos, timeline)).toEqual(['before_is_after']);
    expect(samePhotos([photo('r', 'requester', 1, 'x'), photo('a', 'photo', 3, 'x')], timeline)).toEqual([
      'before_is_after',
    ]);
  });

  it('finds the photo of the round that was sent back', () => {
    const again = [...timeline, event(4, 'reworked', 11), event(5, 'evidence_submitted', 12)];
    const photos = [photo('a1', 'photo_after', 3, 'x'), photo('a2', 'photo_after', 5, 'x')];
    expect(samePhotos(photos, again)).toEqual(['sent_back_before']);
  });

  it('is content with different photos', () => {
    expect(samePhotos([photo('b', 'photo_before', 3), photo('a', 'photo_after', 3)], timeline)).toEqual([]);
  });
});
