/** What the address of 办结公开 says; whatever does not look like its field is left out. */
export interface CasesQuery {
  community?: string;
  place?: string;
  category?: string;
  month?: string;
  cursor?: string;
}

const shapes: Record<keyof CasesQuery, RegExp> = {
  community: /^\d{2,15}$/,
  place: /^\d{2,15}(-[0-9A-Z]{1,6})?$/,
  category: /^\d{2}$/,
  month: /^20\d{2}-(0[1-9]|1[0-2])$/,
  cursor: /^\d{4}\.[0-9a-f]{16}$/,
};
const fields = Object.keys(shapes) as (keyof CasesQuery)[];

export function readCases(query: Record<string, string | string[] | undefined>): CasesQuery {
  const read: CasesQuery = {};
  for (const field of fields) {
    const said = query[field];
    if (typeof said === 'string' && shapes[field].test(said)) read[field] = said;
  }
  return read;
}

/** The address of a view of the list; the state of the page is nowhere else. */
export function casesHref(query: CasesQuery): string {
  const said = new URLSearchParams();
  for (const field of fields) {
    const value = query[field];
    if (value) said.set(field, value);
  }
  return said.size > 0 ? `/cases?${said}` : '/cases';
}
