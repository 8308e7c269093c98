'use server';

import { deleteView } from '@/lib/desk/commands/delete-view';
import { renameView } from '@/lib/desk/commands/rename-view';
import { saveView } from '@/lib/desk/commands/save-view';
import { deleteViewInput, renameViewInput, saveViewInput } from '@/lib/desk/input';
import { defineAction } from '@/lib/transport/action';
import { untouched } from '@/lib/transport/action-state';
import { formFields } from '@/lib/transport/form';
import { currentContext } from '@/lib/transport/session';
import { deskHref, readFilter } from '../desk-views';
import { forgetKept, keepForm } from '../refused-form';

const viewsPath = '/desk/views';

/** 存为视图, from the queue: back to it as it was narrowed, under its new name. */
export async function saveViewAction(form: FormData): Promise<void> {
  const state = await defineAction(saveViewInput, saveView)(untouched, form);
  const ctx = await currentContext();
  const typed = formFields(form);
  const said = Object.entries(typed).map(([name, value]) => [name.replace(/^filter\./, ''), value]);
  const href = deskHref(readFilter(Object.fromEntries(said), 'open'));
  if (state.ok) return forgetKept(ctx, '/desk', `${href}&done=view`);
  return keepForm(ctx, '/desk', 'view', state, typed, new URLSearchParams(href.split('?')[1]));
}

export async function renameViewAction(form: FormData): Promise<void> {
  const state = await defineAction(renameViewInput, renameView)(untouched, form);
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, viewsPath, `${viewsPath}?done=rename`);
  return keepForm(ctx, viewsPath, 'rename', state, formFields(form));
}

export async function deleteViewAction(form: FormData): Promise<void> {
  const state = await defineAction(deleteViewInput, deleteView)(untouched, form);
  const ctx = await currentContext();
  if (state.ok) return forgetKept(ctx, viewsPath, `${viewsPath}?done=delete`);
  return keepForm(ctx, viewsPath, 'delete', state, formFields(form));
}
