import { createElement } from 'react';
import { startOfDay } from '@/lib/calendar/shanghai';
import { getArea } from '@/lib/places/queries/get-area';
import { getProject } from '@/lib/projects/queries/get-project';
import { listProjects, type ProjectListItem } from '@/lib/projects/queries/list-projects';
import { formatDay } from '../_order/when';
import type { Reader } from '../_track/viewer';
import { yuan } from './amounts';
import type { BoardKind, BoardRow } from './board-kind';
import { ProjectView } from './project-view';

const looks = {
  planned: { tone: 'info', icon: 'list' },
  running: { tone: 'teal', icon: 'wrench' },
  completed: { tone: 'green', icon: 'seal-check' },
  stopped: { tone: 'grey', icon: 'ban' },
} as const;

function rowOf(row: ProjectListItem, { t, locale }: Reader): BoardRow {
  const day = (date: string) => formatDay(startOfDay(date), null, locale);
  const isLate = row.timing !== 'on_time' && row.status !== 'completed';
  const word = isLate ? t(`project.timing.${row.timing}`) : t(`project.status.${row.status}`);
  const date =
    row.status === 'completed' && row.completedOn
      ? t('project.date.done_on', { date: day(row.completedOn) })
      : t('project.date.due_by', { date: day(row.dueOn) });
  return {
    code: row.code,
    title: row.title,
    state: isLate ? { word, tone: 'cinnabar', icon: 'triangle' } : { word, ...looks[row.status] },
    at: row.openedAt,
    lines: [
      date,
      ...(row.timing === 'late' && row.reason ? [{ label: t('project.date.why'), said: row.reason }] : []),
      `${t('project.budget.total')} ${t('board.money', { amount: yuan(row.budgetFen, locale) })}`,
    ],
    notice: null,
  };
}

const pageSize = 20;

/** 为民办实事 on the board. */
export const projects: BoardKind = {
  tab: 'project',
  name: 'project.kind',
  async list(ctx, reader, { community, cursor }) {
    const { items, nextCursor } = await listProjects(ctx, { community, cursor, limit: pageSize });
    return { rows: items.map((row) => rowOf(row, reader)), nextCursor };
  },
  async open(ctx, reader, { code, medium }) {
    const shown = await getProject(ctx, { code });
    const { nameZh, nameEn } = await getArea(ctx, { code: shown.communityCode });
    const community = { zh: nameZh, en: nameEn };
    return {
      title: shown.title,
      body: createElement(ProjectView, { shown, reader, medium, community }),
      takesComments: false,
      comments: 0,
    };
  },
};
