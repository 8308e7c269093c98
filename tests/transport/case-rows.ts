import { expect } from 'vitest';
import type { EndpointRow } from '@/lib/kernel/endpoint';
import type { Answer, HttpClient } from '@/tests/support/http-client';

/**
 * Rows of the kinds of cases around the loop, and of the rules of routing. Each of their actions needs a case in a state of its own, so its good call
 * stands in the walk of its kind over HTTP, beside this file; tests/integration/<slice> walks them on both engines.
 */
export const isCaseRow = ({ path }: { path: string }): boolean =>
  /^\/(answers|deliberations|documents|legal-duty|letters|mediations|projects|rounds|routing)(\/|$)/.test(path);

const nameOf = ({ method, path }: EndpointRow) => `${method} ${path}`;

/** Calls rows of one kind of case as a walk goes through them, and remembers which were answered well. */
export function caseCalls(rows: readonly EndpointRow[]) {
  const answered = new Set<string>();
  const call = (caller: HttpClient, name: string, said: Record<string, unknown> = {}): Promise<Answer> => {
    const row = rows.find((one) => nameOf(one) === name);
    if (!row) throw new RangeError(`there is no row ${name}`);
    const { path, rest } = addressOf(row.path, said);
    if (row.method === 'POST') return caller.post(path, rest);
    const query = new URLSearchParams(rest as Record<string, string>);
    return caller.get(query.size > 0 ? `${path}?${query}` : path);
  };
  return {
    call,
    /** A good call: its answer is what the contract says, and nothing beside it. `said`: parts of the path, and the body. */
    async good(caller: HttpClient, name: string, said: Record<string, unknown> = {}): Promise<Answer['body']> {
      const answer = await call(caller, name, said);
      const row = rows.find((one) => nameOf(one) === name);
      expect(answer.status, `${name}: ${answer.text}`).toBe(row?.status ?? 200);
      // A schema drops what it does not know, so what differs afterwards is not in the document.
      expect(row?.output.parse(answer.body)).toEqual(answer.body);
      answered.add(name);
      return answer.body;
    },
    /** Rows of which no good call was made. */
    missing: (): string[] => rows.map(nameOf).filter((name) => !answered.has(name)),
  };
}

function addressOf(pattern: string, said: Record<string, unknown>) {
  const rest = { ...said };
  const path = pattern.replace(/\{(\w+)\}/g, (_, part: string) => {
    const value = rest[part];
    delete rest[part];
    return encodeURIComponent(String(value));
  });
  return { path, rest };
}
