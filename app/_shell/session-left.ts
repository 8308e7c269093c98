const warnMs = 3 * 60_000;

/**
 * Whole minutes to name in a warning, 0 once the session is over, null while there is time. The warning comes three minutes
 * ahead, or for the last half of a session that is shorter than six.
 */
export function minutesToWarn(leftMs: number, wholeMs: number): number | null {
  if (leftMs <= 0) return 0;
  return leftMs > Math.min(warnMs, wholeMs / 2) ? null : Math.ceil(leftMs / 60_000);
}
