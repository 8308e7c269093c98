import { createElement } from 'react';
import { objectToResolution } from '@/lib/deliberation/commands/object-to-resolution';
import { getDeliberation } from '@/lib/deliberation/queries/get-deliberation';
import { findReceipt, getTally } from '@/lib/deliberation/queries/get-tally';
import { type DeliberationListItem, listDeliberations } from '@/lib/deliberation/queries/list-deliberations';
import { DomainError } from '@/lib/kernel/errors';
import { getArea } from '@/lib/places/queries/get-area';
import type { Reader } from '../_track/viewer';
import type { BoardKind, BoardRow, PublicContext } from './board-kind';
import { DeliberationView } from './deliberation-view';

const looks = {
  notice: { tone: 'gold', icon: 'clock' },
  publish_result: { tone: 'teal', icon: 'wrench' },
  completed: { tone: 'green', icon: 'seal-check' },
  rejected: { tone: 'grey', icon: 'ban' },
  before: { tone: 'info', icon: 'deliberate' },
} as const;

/** Days of notice that are left, the last one counting; null when it is over or has not begun. */
function noticeOf({ status, noticeUntil, noticeDaysLeft }: DeliberationListItem): BoardRow['notice'] {
  if (status !== 'publish_resolution' || noticeUntil === null || !noticeDaysLeft) return null;
  return { until: noticeUntil, daysLeft: noticeDaysLeft };
}

function rowOf(row: DeliberationListItem, { t }: Reader): BoardRow {
  const notice = noticeOf(row);
  const look = notice ? looks.notice : (looks[row.status as keyof typeof looks] ?? looks.before);
  const word = notice ? t('board.notice.on') : t(`deliberation.status.${row.status}`);
  return {
    code: row.code,
    title: row.title,
    state: { ...look, word },
    at: row.endedAt ?? row.publishedAt ?? row.openedAt,
    notice,
  };
}

const pageSize = 20;

async function onNotice(ctx: PublicContext, reader: Reader, community: string): Promise<BoardRow[]> {
  const { items } = await listDeliberations(ctx, { community, status: 'publish_resolution', limit: 200 });
  return items
    .map((row) => rowOf(row, reader))
    .filter(({ notice }) => notice !== null)
    .sort((a, b) => (a.notice?.daysLeft ?? 0) - (b.notice?.daysLeft ?? 0));
}

/** 四议两公开 on the board. */
export const deliberations: BoardKind = {
  tab: 'deliberation',
  name: 'deliberation.kind',
  async list(ctx, reader, { community, cursor }) {
    const { items, nextCursor } = await listDeliberations(ctx, { community, cursor, limit: pageSize });
    return { rows: items.map((row) => rowOf(row, reader)), nextCursor };
  },
  onNotice,
  async open(ctx, reader, { code, medium, receipt }) {
    const shown = await getDeliberation(ctx, { code });
    const voted = shown.meetings.filter(({ ballotDigest }) => ballotDigest !== null);
    const [{ nameZh, nameEn }, ...tallies] = await Promise.all([
      getArea(ctx, { code: shown.communityCode }),
      ...voted.map(({ id }) => getTally(ctx, { code, meeting: id })),
    ]);
    const community = { zh: nameZh, en: nameEn };
    return {
      title: shown.title,
      body: createElement(DeliberationView, {
        shown,
        reader,
        medium,
        community,
        tallies,
        receipt,
        now: ctx.now(),
      }),
      takesComments: shown.abilities.includes('object'),
      comments: shown.objections.length,
    };
  },
  comment: objectToResolution,
  findReceipt,
  async tally(ctx, ask) {
    const { lines } = await getTally(ctx, ask);
    if (lines === null) throw new DomainError('not_found', 'deliberation.tally_withheld');
    return lines;
  },
};
