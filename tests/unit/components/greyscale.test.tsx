import { renderToStaticMarkup as html } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { OrderMarks } from '@/app/_desk/order-marks';
import { AgainChip } from '@/app/_order/again-chip';
import { type StateFacts, type StateKey, stateLooks } from '@/app/_order/order-state';
import { StateChip } from '@/app/_order/state-chip';
import { UrgencyChip } from '@/app/_work/urgency-chip';
import { VerdictDays } from '@/app/_work/verdict-entry';
import { CheckList } from '@/components/check-list';
import { Notice } from '@/components/notice';
import { wordsIn } from './words';

const plain: StateFacts = { status: 'submitted', level: 'community', comeback: 'none', reworkCount: 0, reopenCount: 0 };
const special: Partial<Record<StateKey, Partial<StateFacts>>> = {
  submitted_returned: { comeback: 'returned' },
  submitted_street: { level: 'street' },
  submitted_reopened: { comeback: 'reopened', reopenCount: 1 },
  in_progress_joint: { status: 'in_progress', joint: true },
  in_progress_rework: { status: 'in_progress', reworkCount: 1, evidenceAt: 1 },
  closed_unrated: { status: 'closed', closing: 'unrated' },
};
const keys = Object.keys(stateLooks) as StateKey[];
const factsOf = (key: StateKey): StateFacts => ({ ...plain, ...(special[key] ?? { status: key as never }) });

const colours = (markup: string) =>
  [...markup.matchAll(/\b(?:tone|ink)-[a-z]+/g)].map(([name]) => name).join(' ') || 'none';
/** What is left of it on a screen, or a print, that shows no colour: words and drawn signs. */
const grey = (markup: string) => markup.replace(/ (?:class|style)="[^"]*"/g, '');
const hasSign = (markup: string) => /<(?:path|use|circle|rect|g)\b/.test(markup);
const words = (markup: string) => markup.replace(/<[^>]*>/g, '').trim();

/** Whatever differs in colour differs without it too, and says itself by a sign and words. */
function standsWithoutColour(shown: string[]): void {
  for (const one of shown) {
    expect(hasSign(one), one).toBe(true);
    expect(words(one), one).not.toBe('');
    const alike = shown.filter((other) => grey(other) === grey(one));
    expect(new Set(alike.map(colours)).size, `${words(one)} in grey`).toBe(1);
  }
}

describe.each(['zh-CN', 'en'] as const)('without colour, %s', (locale) => {
  const t = wordsIn(locale);

  it.each(['staff', 'resident'] as const)('every state is told apart, for %s', (audience) => {
    const shown = keys.map((key) => html(<StateChip state={factsOf(key)} audience={audience} t={t} />));
    standsWithoutColour(shown);
    // To staff no two states look the same; to residents some are one and the same matter.
    if (audience === 'staff') expect(new Set(shown.map(grey)).size).toBe(keys.length);
  });

  it('urgency, doing anew and the marks of an order are told apart', () => {
    const urgencies = (['U1', 'U2'] as const).map((urgency) => html(<UrgencyChip urgency={urgency} t={t} />));
    const again = [1, 2].map((reopenCount) => html(<AgainChip state={{ ...plain, reopenCount }} t={t} />));
    const marks = [{ needsRelease: true }, { flags: { proxy: true } }, { flags: { sealed: true } }, { kin: true }].map(
      (order) => html(<OrderMarks order={order as never} t={t} />),
    );
    standsWithoutColour([...urgencies, ...again, ...marks]);
  });

  it('verdicts, checks and messages are told apart', () => {
    const entry = {
      code: 'PL20240110-0007',
      seq: 1,
      at: 0,
      itemName: { zh: '路灯', en: 'Lamp' },
      isOwn: true,
      waived: [],
    };
    const verdicts = [
      { ...entry, passed: true },
      { ...entry, passed: false, reason: 'untrue' },
    ].map((one) => html(<VerdictDays entries={[one as never]} now={0} locale={locale} t={t} said={null} />));
    const checks = (['ok', 'warn', 'missing'] as const).map((state) =>
      html(
        <CheckList
          items={[{ key: state, state, text: 'x' }]}
          words={{ ok: t('common.check.ok'), warn: t('common.check.warn'), missing: t('common.check.missing') }}
        />,
      ),
    );
    const notices = (['done', 'info', 'wait', 'bad'] as const).map((kind) => html(<Notice kind={kind}>x</Notice>));
    for (const group of [verdicts, checks, notices]) standsWithoutColour(group);
  });
});
