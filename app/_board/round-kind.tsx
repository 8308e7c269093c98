import { createElement } from 'react';
import { dayNumber, dayOfDate } from '@/lib/calendar/shanghai';
import { getArea } from '@/lib/places/queries/get-area';
import { getRound } from '@/lib/rounds/queries/get-round';
import { listRounds, type RoundListItem } from '@/lib/rounds/queries/list-rounds';
import type { Reader } from '../_track/viewer';
import type { BoardKind, BoardRow } from './board-kind';
import { roundLooks, roundTime } from './round-state';
import { RoundView } from './round-view';

const pageSize = 20;

function rowOf(one: RoundListItem, now: number, reader: Reader): BoardRow {
  const isOpen = one.phase === 'collecting';
  return {
    code: one.code,
    title: one.question,
    state: { ...roundLooks[one.phase], word: reader.t(`rounds.phase.${one.phase}`) },
    at: one.publishedAt ?? one.openedAt,
    lines: isOpen ? [] : [roundTime(one, reader)],
    notice: isOpen
      ? { until: one.closesOn, daysLeft: dayOfDate(one.closesOn) - dayNumber(now) + 1, words: 'rounds.time.left' }
      : null,
  };
}

/** 征求意见 on the board: those that collect stand among what is on notice, the one that ends first on top. */
export const rounds: BoardKind = {
  tab: 'round',
  name: 'rounds.kind',
  async list(ctx, reader, { community, cursor }) {
    const { items, nextCursor } = await listRounds(ctx, { community, cursor, limit: pageSize });
    return { rows: items.map((one) => rowOf(one, ctx.now(), reader)), nextCursor };
  },
  async onNotice(ctx, reader, community) {
    const { items } = await listRounds(ctx, { community, status: 'open', limit: 200 });
    return items
      .filter(({ phase }) => phase === 'collecting')
      .sort((a, b) => (a.closesOn < b.closesOn ? -1 : 1))
      .map((one) => rowOf(one, ctx.now(), reader));
  },
  async open(ctx, reader, { code, medium }) {
    const shown = await getRound(ctx, { code });
    const { nameZh, nameEn } = await getArea(ctx, { code: shown.communityCode });
    const community = { zh: nameZh, en: nameEn };
    return {
      title: shown.question,
      body: createElement(RoundView, { shown, community, medium, reader }),
      takesComments: false,
      comments: 0,
    };
  },
};
