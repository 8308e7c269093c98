'use server';

import { undoDispatch } from '@/lib/orders/commands/undo-dispatch';
import { undoInput } from '@/lib/orders/input';
import { defineAction } from '@/lib/transport/action';
import { untouched } from '@/lib/transport/action-state';
import { currentContext } from '@/lib/transport/session';
import { orderPath } from '../order/answer';
import { paneRefused, readPaneReturn } from '../pane-return';
import { forgetKept, keepForm } from '../refused-form';

/** 撤销 of the dispatch that was just done: back to that order, which waits as before. */
export async function undoAction(form: FormData): Promise<void> {
  const path = orderPath(form);
  const code = path.split('/').at(-1) ?? '';
  const state = await defineAction(undoInput, undoDispatch)(untouched, form);
  const ctx = await currentContext();
  const pane = paneRefused(readPaneReturn(form.get('from')) ?? { filter: { view: 'open' } }, code);
  if (!state.ok) return keepForm(ctx, path, 'undo', state, {}, pane, '/desk');
  pane.set('done', 'undo');
  pane.set('of', code);
  return forgetKept(ctx, path, `/desk?${pane}`);
}
