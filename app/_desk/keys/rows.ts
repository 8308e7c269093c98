import type { Where } from './read-key';

const typed = 'textarea, select, [contenteditable], input:not([type="radio"]):not([type="checkbox"])';

export function whereOf(target: EventTarget | null): Where {
  if (!(target instanceof Element)) return 'page';
  if (target.closest(typed)) return 'text';
  if (target.closest('input[type="radio"]')) return 'radio';
  return target.closest('a, button, summary, input') ? 'control' : 'page';
}

const inSight = (node: Element): boolean => node.getClientRects().length > 0;

/** Each row of the queue by its link that is there: into the pane, or to the order's own page. */
const links = (): HTMLAnchorElement[] =>
  [...document.querySelectorAll<HTMLAnchorElement>('.queue-list .row a.row-title')].filter(inSight);

/** Where the keyboard is in the list; else the order in the pane; -1 where neither is. */
function placeIn(all: HTMLAnchorElement[]): number {
  const here = all.findIndex((link) => link.closest('.row')?.contains(document.activeElement));
  return here >= 0 ? here : all.findIndex((link) => link.getAttribute('aria-current') === 'true');
}

/** One row on or back; stays at either end. */
export function step(by: 1 | -1): void {
  const all = links();
  const at = placeIn(all);
  all[Math.min(Math.max(at + by, 0), all.length - 1)]?.focus();
}

export function rowHere(): { link: HTMLAnchorElement; isOpen: boolean; hasFocus: boolean } | null {
  const all = links();
  const link = all[placeIn(all)];
  if (!link) return null;
  const hasFocus = link.closest('.row')?.contains(document.activeElement) ?? false;
  return { link, isOpen: link.getAttribute('aria-current') === 'true', hasFocus };
}

/** The control of the pane that a key presses, where it is there and can be pressed. */
export const control = (selector: string): HTMLElement | null =>
  [...document.querySelectorAll<HTMLElement>(selector)].find((node) => inSight(node) && !node.matches(':disabled')) ??
  null;

/** Ticks the `n`th candidate of the pane, counted as they stand there. */
export function pick(n: number): void {
  const radios = [...document.querySelectorAll<HTMLInputElement>('.queue-pane input[name="handler"]')];
  const radio = radios.filter((one) => one.closest('label') === null || inSight(one.closest('label') as Element))[
    n - 1
  ];
  radio?.focus();
  radio?.click();
}
