export const listPath = '/desk/projects';

/** The page of the project that a form speaks of; null for what is no number of one. */
export function projectPath(code: unknown): string | null {
  const typed = String(code ?? '').toUpperCase();
  return /^[A-Z0-9-]{5,32}$/.test(typed) ? `${listPath}/${typed}` : null;
}
