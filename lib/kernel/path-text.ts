/** A part of an address as text. What a `%` sign makes undecodable is taken as it is: it names nothing, and that is said. */
export function pathText(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
