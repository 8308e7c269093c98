export const listPath = '/mediation';
export const newPath = '/mediation/new';
export const dutyPath = '/mediation/duty';

/** The page of a case by what a form or an address says its number is; null for what is no number. */
export function casePath(said: unknown): string | null {
  const code = typeof said === 'string' ? said.trim().toUpperCase() : '';
  return /^[A-Z]{1,12}-TJ-\d{4}-\d{3,6}$/.test(code) ? `${listPath}/${code}` : null;
}
