import type { EndpointRow } from '@/lib/kernel/endpoint';

export type Found =
  | { kind: 'row'; row: EndpointRow; params: Record<string, string> }
  | { kind: 'wrong_method'; allow: string[] }
  | { kind: 'nothing' };

interface Pattern {
  row: EndpointRow;
  parts: string[];
}

const isParam = (part: string) => part.startsWith('{') && part.endsWith('}');

function fits(pattern: Pattern, parts: string[]): Record<string, string> | null {
  if (pattern.parts.length !== parts.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of pattern.parts.entries()) {
    const said = parts[at] ?? '';
    if (isParam(part)) params[part.slice(1, -1)] = said;
    else if (part !== said) return null;
  }
  return params;
}

/** A look-up over rows: `/areas/locate` before `/areas/{code}`, and a known path with another method is told apart. */
export function routerOf(rows: readonly EndpointRow[]): (method: string, parts: string[]) => Found {
  const patterns = rows
    .map((row) => ({ row, parts: row.path.split('/').filter((part) => part !== '') }))
    .sort((a, b) => a.parts.filter(isParam).length - b.parts.filter(isParam).length);
  return (method, parts) => {
    const allow = new Set<string>();
    for (const pattern of patterns) {
      const params = fits(pattern, parts);
      if (!params) continue;
      if (pattern.row.method === method) return { kind: 'row', row: pattern.row, params };
      allow.add(pattern.row.method);
    }
    return allow.size > 0 ? { kind: 'wrong_method', allow: [...allow].sort() } : { kind: 'nothing' };
  };
}
