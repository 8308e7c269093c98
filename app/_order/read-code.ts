/** An order number as it may stand in an address: no query is asked for anything else. */
export function readCode(text: unknown): string | null {
  const code = String(text ?? '')
    .trim()
    .toUpperCase();
  return /^[A-Z0-9-]{5,32}$/.test(code) ? code : null;
}
