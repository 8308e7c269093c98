import { type KindTab, kindTabs } from './board-kind';
import { kinds } from './kinds';

/** 公示中 first, then a tab for each kind that there is. */
export type BoardTab = 'notice' | KindTab;

/** The tabs that lead somewhere: of kinds that are on the board. */
export const boardTabs: readonly BoardTab[] = [
  'notice',
  ...kindTabs.filter((tab) => Object.values(kinds).some((kind) => kind.tab === tab)),
];

/** What the address of the board says; whatever does not look like its field is left out. */
export interface BoardQuery {
  tab: BoardTab;
  community?: string;
  cursor?: string;
}

type Query = Record<string, string | string[] | undefined>;

export function readBoard(query: Query): BoardQuery {
  const text = (name: string, shape: RegExp) => {
    const said = query[name];
    return typeof said === 'string' && shape.test(said) ? said : undefined;
  };
  return {
    tab: boardTabs.find((tab) => tab === query.tab) ?? 'notice',
    community: text('community', /^\d{12}$/),
    cursor: text('cursor', /^\d{1,16}\.[0-9a-f-]{1,64}$/),
  };
}

/** The address of a view of the board; the state of the page is nowhere else. */
export function boardHref({ tab, community, cursor }: BoardQuery): string {
  const said = new URLSearchParams();
  if (tab !== 'notice') said.set('tab', tab);
  if (community) said.set('community', community);
  if (cursor) said.set('cursor', cursor);
  return said.size > 0 ? `/board?${said}` : '/board';
}
