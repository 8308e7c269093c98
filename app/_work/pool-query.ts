import type { LatLng } from '@/lib/kernel/geo';

export interface PoolQuery {
  sort: 'near' | 'due';
  /** Where the volunteer says they are; the middle of their cell counts without it. */
  near: LatLng | null;
}

type Asked = Record<string, string | string[] | undefined>;

const numberIn = (value: Asked[string], most: number): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
  return Math.abs(number) <= most ? number : null;
};

/** The pool's address as what is asked for; whatever cannot be read counts as not said. */
export function readPoolQuery(asked: Asked): PoolQuery {
  const lat = numberIn(asked.lat, 90);
  const lng = numberIn(asked.lng, 180);
  return { sort: asked.sort === 'due' ? 'due' : 'near', near: lat !== null && lng !== null ? { lat, lng } : null };
}

export function poolHref({ sort, near }: PoolQuery): string {
  const query = new URLSearchParams();
  if (sort === 'due') query.set('sort', sort);
  if (near) {
    query.set('lat', String(near.lat));
    query.set('lng', String(near.lng));
  }
  const text = query.toString();
  return text ? `/volunteer?${text}` : '/volunteer';
}
