const warnMs = 3 * 60_000;

/** How long a session lasts, milliseconds: if nothing more is done, and whatever is done. */
export interface SessionLeft {
  leftMs: number;
  lastMs: number;
}

/** The same as instants of this device's clock. */
export interface SessionEnds {
  idleAt: number;
  lastAt: number;
}

/** Minutes to name, and which end is near: that of idleness, which use puts off, or the last. */
export interface SessionNear {
  minutes: number;
  end: 'idle' | 'last';
}

/**
 * Whole minutes to name in a warning, 0 once the session is over, null while there is time. The warning comes three minutes
 * ahead, or for the last half of a session that is shorter than six.
 */
export function minutesToWarn(leftMs: number, wholeMs: number): number | null {
  if (leftMs <= 0) return 0;
  return leftMs > Math.min(warnMs, wholeMs / 2) ? null : Math.ceil(leftMs / 60_000);
}

/** What a page should warn of now; null while there is time. `wholeMs`: how long a session may be idle. */
export function nearEnd({ idleAt, lastAt }: SessionEnds, now: number, wholeMs: number): SessionNear | null {
  const end = lastAt <= idleAt ? 'last' : 'idle';
  const minutes =
    end === 'last' ? minutesToWarn(lastAt - now, Number.POSITIVE_INFINITY) : minutesToWarn(idleAt - now, wholeMs);
  return minutes === null ? null : { minutes, end };
}

export const endsFrom = ({ leftMs, lastMs }: SessionLeft, now: number): SessionEnds => ({
  idleAt: now + leftMs,
  lastAt: now + lastMs,
});

const hasNumbers = (value: unknown, names: readonly string[]): boolean =>
  typeof value === 'object' && value !== null && names.every((name) => Number.isFinite(Reflect.get(value, name)));
const isLeft = (value: unknown): value is SessionLeft => hasNumbers(value, ['leftMs', 'lastMs']);
export const isEnds = (value: unknown): value is SessionEnds => hasNumbers(value, ['idleAt', 'lastAt']);

/** Tells the server that somebody is here. Null when nothing is known: no line, or an answer of somebody else. */
export async function stillHere(): Promise<SessionEnds | null> {
  try {
    const answer = await fetch('/login/stay', { method: 'POST' });
    const left: unknown = answer.ok ? await answer.json() : null;
    return isLeft(left) ? endsFrom(left, Date.now()) : null;
  } catch {
    return null;
  }
}
