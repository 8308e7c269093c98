import type { Translate } from '../_shell/translate';

/** The cursor in an address; undefined on the first page. */
export const cursorIn = (query: Record<string, string | string[] | undefined>): string | undefined =>
  typeof query.cursor === 'string' ? query.cursor : undefined;

/** Ways back to the first page and on to the next, for `CursorPager`. */
export const pagerOf = (t: Translate, path: string, cursor: string | undefined, nextCursor: string | null) => ({
  label: t('common.pager.label'),
  first: cursor ? { href: path, label: t('common.pager.first') } : undefined,
  next: nextCursor
    ? { href: `${path}?cursor=${encodeURIComponent(nextCursor)}`, label: t('common.pager.next') }
    : undefined,
});
