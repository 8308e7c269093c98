/** What one key asks of the desk. `pick1` … `pick9`: the candidates of the pane, in their order. */
export type DeskKey =
  | 'next'
  | 'previous'
  | 'open'
  | 'dispatch'
  | 'select'
  | 'select_range'
  | 'search'
  | 'help'
  | 'show_new'
  | 'undo'
  | 'new_order'
  | 'leave'
  | `pick${number}`;

/** Where the keyboard stands: in a field that takes letters, in a radio group, on a link or button, or nowhere. */
export type Where = 'text' | 'radio' | 'control' | 'page';

type Pressed = Pick<KeyboardEvent, 'key' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'repeat'>;

const letters: Record<string, DeskKey> = {
  j: 'next',
  ArrowDown: 'next',
  k: 'previous',
  ArrowUp: 'previous',
  a: 'dispatch',
  x: 'select',
  '/': 'search',
  '?': 'help',
  r: 'show_new',
  u: 'undo',
  p: 'new_order',
};

/** May be held down: they go from row to row. */
const held: readonly DeskKey[] = ['next', 'previous'];

/**
 * A key as an act of the desk; null where it belongs to somebody else: a field, the browser (with Ctrl, Alt or ⌘), or the
 * Chinese that is being composed.
 */
export function readKey(event: Pressed, where: Where): DeskKey | null {
  const { key } = event;
  if (event.isComposing || key === 'Process' || event.ctrlKey || event.metaKey || event.altKey) return null;
  if (key === 'Escape') return 'leave';
  if (where === 'text') return null;
  if (where === 'radio' && key.startsWith('Arrow')) return null;
  if (key === 'Enter') return where === 'page' && !event.repeat ? 'open' : null;
  if (/^[1-9]$/.test(key)) return event.repeat ? null : `pick${Number(key)}`;
  if (event.shiftKey && key.toLowerCase() === 'x') return event.repeat ? null : 'select_range';
  const found = Object.hasOwn(letters, key) ? letters[key] : undefined;
  if (!found || (event.repeat && !held.includes(found))) return null;
  return event.shiftKey && found !== 'help' && found !== 'search' ? null : found;
}
