import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect } from './e2e';
import { say } from './e2e-words';

const dayMs = 86_400_000;

/** The file of this run's database, for what no screen does: time passing. */
export function onDatabase<Result>(work: (db: Database.Database) => Result): Result {
  const db = new Database(path.join(process.env.E2E_DATA_DIR ?? '', 'demo.db'), { timeout: 10_000 });
  try {
    return db.transaction(() => work(db))();
  } finally {
    db.close();
  }
}

/** Days pass over one case: every time and day that it was written with lies as much further back. */
export function daysPass(code: string, days: number): void {
  onDatabase((db) => {
    const move = (table: string, where: string, columns: { times?: string[]; dates?: string[] }) => {
      const times = (columns.times ?? []).map((name) => `${name} = ${name} - ${days * dayMs}`);
      const dates = (columns.dates ?? []).map((name) => `${name} = date(${name}, '-${days} days')`);
      db.prepare(`update ${table} set ${[...times, ...dates].join(', ')} where ${where}`).run(code);
    };
    const own = 'deliberation_id = (select id from deliberation where code = ?)';
    move('deliberation', 'code = ?', {
      times: ['opened_at', 'published_at', 'result_at'],
      dates: ['plan_sent_on', 'notice_until', 'filed_on'],
    });
    move('deliberation_meeting', own, { times: ['held_at', 'called_at', 'votes_until', 'closed_at'] });
    move('deliberation_text', own, { times: ['at'] });
    move('deliberation_price', own, { times: ['at'] });
    move('deliberation_objection', own, { times: ['at', 'answered_at'], dates: ['answer_by'] });
  });
}

/** The form of one step on the page of a case, unfolded where it is not the next one. */
export async function formOf(page: Page, step: string): Promise<Locator> {
  const form = page.locator('form.matter-form', { has: page.locator(`input[name="step"][value="${step}"]`) }).first();
  await expect(form).toBeAttached();
  if (!(await form.isVisible())) await page.locator('details', { has: form }).locator('summary').first().click();
  return form;
}

export type Typed = Record<string, string | string[] | boolean>;

async function fill(form: Locator, typed: Typed): Promise<void> {
  for (const [name, value] of Object.entries(typed)) {
    const control = form.locator(`[name="${name}"]`);
    if (typeof value === 'boolean') await control.setChecked(value);
    else if (Array.isArray(value))
      for (const one of value) await form.locator(`[name="${name}"][value="${one}"]`).check();
    else if ((await control.first().getAttribute('type')) === 'radio') {
      await form.locator(`[name="${name}"][value="${value}"]`).check();
    } else if ((await control.evaluate((el) => el.tagName)) === 'SELECT') await control.selectOption(value);
    else await control.fill(value);
  }
}

/** Fills the form of a step and sends it, whatever comes of it. */
export async function send(page: Page, step: string, typed: Typed = {}): Promise<void> {
  const form = await formOf(page, step);
  await fill(form, typed);
  const before = await form.locator('input[name="clientId"]').inputValue();
  await form.locator('button[data-send]').click();
  // The page that answers has no form with the key of the one that was sent.
  await expect(page.locator(`input[name="clientId"][value="${before}"]`)).toHaveCount(0);
}

/** A step that is taken: the page says what was done. */
export async function take(page: Page, step: string, typed: Typed = {}): Promise<void> {
  await send(page, step, typed);
  const done = page.locator('output').filter({ hasText: say(`matters.done.${step}`) });
  await expect(done.first()).toBeVisible();
}

/** A step that is refused: the page says by which rule, and holds what was typed. */
export async function refused(page: Page, step: string, typed: Typed, why: string): Promise<void> {
  await send(page, step, typed);
  await expect(page.locator('#errors')).toContainText(why);
  const form = await formOf(page, step);
  for (const [name, value] of Object.entries(typed)) {
    const control = form.locator(`[name="${name}"]`);
    const isText = typeof value === 'string' && (await control.first().getAttribute('type')) !== 'radio';
    if (isText) await expect(control).toHaveValue(value);
  }
}

export interface Votes {
  present: number;
  yes: number;
  no: number;
  abstain: number;
}

const counted = ({ yes, no, abstain }: Votes): Typed => ({ yes: `${yes}`, no: `${no}`, abstain: `${abstain}` });

/** Called for the first day that its rule allows, which has come; with a frozen roll. */
export async function callMeeting(page: Page, code: string, names: string[], more: Typed = {}): Promise<void> {
  await take(page, 'convene', { place: '坡里党群服务中心二楼会议室', ...more });
  daysPass(code, 2);
  await take(page, 'enter_roll', { seats: names.join('\n') });
  await take(page, 'freeze_roll');
}

/** 实到, 开始表决 and the votes in the room, as far as the end of the vote. */
export async function count(page: Page, votes: Votes): Promise<void> {
  await take(page, 'attend', { present: `${votes.present}` });
  await take(page, 'open_vote');
  await take(page, 'count', counted(votes));
}
