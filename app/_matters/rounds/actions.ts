'use server';

import { redirect } from 'next/navigation';
import { changeList } from '@/lib/rounds/commands/change-list';
import { closeRound } from '@/lib/rounds/commands/close-round';
import { openRound } from '@/lib/rounds/commands/open-round';
import { publishList } from '@/lib/rounds/commands/publish-list';
import { writeDownOpinion } from '@/lib/rounds/commands/write-down-opinion';
import { closeInput, listedInput, openInput, writeDownInput } from '@/lib/rounds/input';
import type { RoundSummary } from '@/lib/rounds/view';
import { defineAction, type FormAction } from '@/lib/transport/action';
import { type ActionState, untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { readCode } from '../../_board/kinds';
import { forgetKept, keepForm } from '../../_desk/refused-form';
import { typedRows } from '../deliberation/typed-rows';
import { type RoundForm, rowCells } from './fields';

const at = '/desk/rounds';
const start = () => ({ ...untouched }) as ActionState<RoundSummary>;

/** Asks a question, and on to its page. */
export async function openAction(form: FormData): Promise<void> {
  const state = await defineAction(openInput, openRound, { as: 'POST /rounds' })(start(), form);
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, at, `${at}/${state.result?.code ?? ''}?done=open`);
  return keepForm(ctx, at, 'open', state, formFields(form));
}

/** One form on the page of a round, one verb, and back to it. */
async function onRound(name: RoundForm, form: FormData, action: FormAction<RoundSummary>): Promise<never> {
  const code = readCode(String(form.get('code') ?? ''));
  if (!/^[A-Z0-9-]{5,32}$/.test(code)) redirect(at);
  const path = `${at}/${code}`;
  const state = await action(start(), form);
  const ctx = await currentContext();
  return state.ok ? forgetKept(ctx, path, `${path}?done=${name}`) : keepForm(ctx, path, name, state, formFields(form));
}

/** Rows left empty are none; those that are filled move together, so that what is wrong is said at its own row. */
function withoutEmptyRows(form: FormData): FormData {
  const texts = [...form].flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []));
  const sent = new FormData();
  for (const [name, value] of texts) if (!name.startsWith('rows.')) sent.append(name, value);
  for (const [name, text] of typedRows(new Map(texts), 'rows', rowCells)) sent.append(name, text);
  return sent;
}

export async function writeDownAction(form: FormData): Promise<void> {
  return onRound('write_down', form, defineAction(writeDownInput, writeDownOpinion));
}

export async function closeAction(form: FormData): Promise<void> {
  return onRound('close', form, defineAction(closeInput, closeRound));
}

export async function publishAction(form: FormData): Promise<void> {
  return onRound('publish', withoutEmptyRows(form), defineAction(listedInput, publishList));
}

export async function changeListAction(form: FormData): Promise<void> {
  return onRound('add_to_list', withoutEmptyRows(form), defineAction(listedInput, changeList));
}
