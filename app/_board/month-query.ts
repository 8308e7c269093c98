/** What the address of a monthly report says; whatever does not look like its field is left out. */
export interface MonthQuery {
  community?: string;
  month?: string;
}

export function readMonth(url: string): MonthQuery {
  const said = new URL(url).searchParams;
  const text = (name: string, shape: RegExp) => {
    const value = said.get(name) ?? '';
    return shape.test(value) ? value : undefined;
  };
  return { community: text('community', /^\d{12}$/), month: text('month', /^20\d{2}-(0[1-9]|1[0-2])$/) };
}

/** The address of a monthly report, or of its sheet for the wall. */
export function monthHref({ community, month }: MonthQuery, paper = false): string {
  const said = new URLSearchParams();
  if (community) said.set('community', community);
  if (month) said.set('month', month);
  const path = paper ? '/stats/print' : '/stats';
  return said.size > 0 ? `${path}?${said}` : path;
}
