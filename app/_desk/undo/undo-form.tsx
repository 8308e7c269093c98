import { newId } from '@/lib/kernel/ids';
import type { Translate } from '../../_shell/translate';
import { undoAction } from './undo-actions';
import { UndoButton } from './undo-button';

/** Seconds for which the page offers it. */
export const undoSeconds = 10;

/** Beside the sentence of what was dispatched; `from` as the forms of the pane carry it. */
export function UndoForm(props: { code: string; version: number; from: string; t: Translate }) {
  const { code, version, from, t } = props;
  return (
    <form action={undoAction} className="undo-form">
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="clientId" value={newId()} />
      <input type="hidden" name="from" value={from} />
      <UndoButton label={t('desk.undo.button')} seconds={undoSeconds} />
    </form>
  );
}
