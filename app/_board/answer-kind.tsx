import { createElement } from 'react';
import { getAnswer } from '@/lib/answers/queries/get-answer';
import { listAnswers } from '@/lib/answers/queries/list-answers';
import { getArea } from '@/lib/places/queries/get-area';
import { answerLooks, answerState, answerTime } from './answer-state';
import { AnswerView } from './answer-view';
import type { BoardKind } from './board-kind';

const pageSize = 20;

/** 建议答复 on the board: what is late stands on top of the first page, then come the latest. */
export const answers: BoardKind = {
  tab: 'answer',
  name: 'answers.kind',
  async list(ctx, reader, { community, cursor }) {
    const now = ctx.now();
    const late = (await listAnswers(ctx, { community, late: true, limit: pageSize })).items;
    const { items, nextCursor } = await listAnswers(ctx, { community, cursor, limit: pageSize });
    const red = new Set(late.map(({ code }) => code));
    return {
      rows: [...(cursor ? [] : late), ...items.filter(({ code }) => !red.has(code))].map((one) => {
        const state = answerState(one);
        const time = answerTime(one, now, reader);
        return {
          code: one.code,
          title: one.title,
          state: { ...answerLooks[state], word: reader.t(`answers.state.${state}`) },
          at: one.at,
          lines: time ? [time] : [],
          notice: null,
        };
      }),
      nextCursor,
    };
  },
  async open(ctx, reader, { code }) {
    const shown = await getAnswer(ctx, { code });
    const { nameZh, nameEn } = await getArea(ctx, { code: shown.communityCode });
    const community = { zh: nameZh, en: nameEn };
    return {
      title: shown.title,
      body: createElement(AnswerView, { shown, community, now: ctx.now(), reader }),
      takesComments: false,
      comments: 0,
    };
  },
};
