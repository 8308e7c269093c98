import { rowHere } from './rows';

const boxes = (): HTMLInputElement[] => [
  ...document.querySelectorAll<HTMLInputElement>('.queue-list .row-pick input[type="checkbox"]'),
];

/** The box from which a range begins: the one that was pressed last. */
let anchor: HTMLInputElement | null = null;

function mark(all: HTMLInputElement[], checked: boolean): void {
  for (const box of all) {
    if (box.checked === checked) continue;
    box.checked = checked;
    box.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** From the box that was pressed last to this one, all as this one stands now. */
export function rangeTo(box: HTMLInputElement): void {
  const all = boxes();
  const [from, to] = [anchor ? all.indexOf(anchor) : -1, all.indexOf(box)];
  if (from >= 0 && to >= 0) mark(all.slice(Math.min(from, to), Math.max(from, to) + 1), box.checked);
}

export function pressedBox(box: HTMLInputElement, range: boolean): void {
  if (range) rangeTo(box);
  anchor = box;
}

/** Ticks the row where the keyboard stands, or everything from the last one to here. */
export function selectHere(range: boolean): void {
  const box = rowHere()?.link.closest('.row')?.querySelector<HTMLInputElement>('.row-pick input');
  if (!box) return;
  mark([box], range || !box.checked);
  pressedBox(box, range);
}
