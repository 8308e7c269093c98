import { createTranslator } from 'next-intl';
import { describe, expect, it } from 'vitest';
import type { PublicContext } from '@/app/_board/board-kind';
import { projects } from '@/app/_board/project-kind';
import { rounds } from '@/app/_board/round-kind';
import type { Reader } from '@/app/_track/viewer';
import { newId } from '@/lib/kernel/ids';
import { explainDelay } from '@/lib/projects/commands/explain-delay';
import { openRound } from '@/lib/rounds/commands/open-round';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';
import { sharedCommunity } from '@/tests/support/community';
import { dayMs, poli } from '@/tests/support/deliberations';
import { dayOf, running } from '@/tests/support/projects';

const c = sharedCommunity();
const anybody = (): PublicContext => ({ ...c().ctx(), actor: { kind: 'anonymous' } });

const readers: Reader[] = [
  { locale: 'zh-CN', mode: 'standard', t: createTranslator({ locale: 'zh-CN', messages: zh }) as Reader['t'] },
  { locale: 'en', mode: 'standard', t: createTranslator({ locale: 'en', messages: en }) as Reader['t'] },
];

describe('a row of the board', () => {
  it('says why a project is late in either language, as it was written', async () => {
    const site = await running(c(), { dueOn: dayOf(c(), 5) });
    c().clock.advance(6 * dayMs);
    const reason = '连续降雨，步道基础返工';
    await explainDelay(site.secretary, { ...(await site.on()), reason });
    for (const reader of readers) {
      const { rows } = await projects.list(anybody(), reader, { community: poli });
      const row = rows.find(({ code }) => code === site.code);
      expect(row?.lines).toContainEqual({ label: reader.t('project.date.why'), said: reason });
      expect(row?.state.tone).toBe('cinnabar');
    }
  });

  it('of a question that collects counts its days as a question, and not as a notice', async () => {
    const asked = { question: '活动室晚上开到几点？', opensOn: dayOf(c()), closesOn: dayOf(c(), 9) };
    const { code } = await openRound(await c().as('shuji'), { clientId: newId(), community: poli, ...asked });
    for (const reader of readers) {
      const rows = (await rounds.onNotice?.(anybody(), reader, poli)) ?? [];
      const notice = rows.find((row) => row.code === code)?.notice;
      expect(notice).toEqual({ until: asked.closesOn, daysLeft: 10, words: 'rounds.time.left' });
      expect(reader.t('rounds.time.left', { date: 'X', days: 10 })).toContain('10');
    }
  });
});
