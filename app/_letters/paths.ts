export const listPath = '/letters';
export const newPath = '/letters/new';

/** The page of a letter by what a form or an address says its number is; null for what is no number. */
export function letterPath(said: unknown): string | null {
  const code = typeof said === 'string' ? said.trim().toUpperCase() : '';
  return /^[A-Z]{1,12}-LX-\d{4}-\d{3,6}$/.test(code) ? `${listPath}/${code}` : null;
}
