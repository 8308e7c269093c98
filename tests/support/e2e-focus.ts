import type { Page } from '@playwright/test';

/** More than this many times Tab is not pressed on one page: a list goes on like it began. */
const mostTabs = 70;

interface Focused {
  at: string;
  isSkip: boolean;
  hasParts: boolean;
  problems: string[];
}

/** Runs in the page: where the focus is now, whether it is seen, and whether something lies over it. */
function focusedNow(): Focused | null {
  const el = document.activeElement;
  if (!el || el === document.body || el === document.documentElement) return null;
  const problems: string[] = [];
  const own = window as { tabNumbers?: Map<Element, number> };
  const numbers = own.tabNumbers ?? new Map<Element, number>();
  own.tabNumbers = numbers;
  if (!numbers.has(el)) numbers.set(el, numbers.size);
  const at = `${numbers.get(el)} ${el.localName}${el.id ? `#${el.id}` : ''} “${(el.textContent ?? '').trim().slice(0, 20)}”`;

  // 2.4.7: an outline on it, on what stands for it, or round what holds it; on the map a line in that colour.
  const outlined = (one: Element, pseudo?: string) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one, pseudo);
    return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  };
  const near = [el, el.parentElement, el.parentElement?.parentElement, ...el.querySelectorAll('*')];
  if (el.nextElementSibling) near.push(el.nextElementSibling, ...el.nextElementSibling.querySelectorAll('*'));
  const isSeen = near.some((one) => one && one !== document.body && (outlined(one) || outlined(one, '::after')));
  const isDrawn = [...el.querySelectorAll('*')].some((one) => getComputedStyle(one).stroke === 'rgb(11, 87, 208)');
  if (!isSeen && !isDrawn) problems.push('shows no focus');

  // 2.4.11: at least one of its corners, or its middle, is on top and on the screen.
  const rects = [...el.getClientRects()].filter((rect) => rect.width > 0 && rect.height > 0);
  // A link stretched over its card, a radio button in its own, a file in its box: that is what is seen and pressed.
  let card = getComputedStyle(el, '::after').position === 'absolute' ? el.parentElement : null;
  while (card && getComputedStyle(card).position === 'static') card = card.parentElement;
  const box = el instanceof HTMLInputElement ? el.closest('label, .file') : null;
  for (const one of [card, box]) if (one) rects.push(one.getBoundingClientRect());
  const mine = (x: number, y: number) => {
    const hit = document.elementFromPoint(x, y);
    return hit !== null && (hit === el || el.contains(hit) || (box?.contains(hit) ?? false));
  };
  const points = rects.flatMap((rect) => {
    const [dx, dy] = [Math.min(5, rect.width / 3), Math.min(5, rect.height / 3)];
    const [xs, ys] = [
      [rect.left + dx, rect.right - dx],
      [rect.top + dy, rect.bottom - dy],
    ] as const;
    return [...xs.flatMap((x) => ys.map((y) => [x, y] as const)), [(xs[0] + xs[1]) / 2, (ys[0] + ys[1]) / 2] as const];
  });
  if (!points.some(([x, y]) => mine(x, y))) problems.push('is hidden behind something');
  // Day, month and year of a date are stops of one control.
  const hasParts = el instanceof HTMLInputElement && /^(date|time|datetime-local|month)$/.test(el.type);
  return { at, isSkip: el.matches('a.skip[href="#main"]'), hasParts, problems };
}

/**
 * Presses Tab through a page (2.1.2, 2.4.1, 2.4.3, 2.4.7, 2.4.11): first the skip link, then everything that can be
 * reached, each in sight and with its focus shown, until the browser is left.
 */
export async function tabThrough(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(() => {
    window.scrollTo(0, 0);
    // Where Tab begins: before everything, as on a page that was just opened.
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
  });
  const seen = new Set<string>();
  let last = '';
  for (let pressed = 0; pressed < mostTabs; pressed += 1) {
    await page.keyboard.press('Tab');
    const now = await page.evaluate(focusedNow);
    if (!now) break;
    if (pressed === 0 && !now.isSkip) found.push(`Tab begins at ${now.at}, not at the skip link`);
    if (now.at === last && now.hasParts) continue;
    if (now.at === last) {
      found.push(`the focus is caught in ${now.at}`);
      break;
    }
    if (seen.has(now.at)) break;
    seen.add(now.at);
    last = now.at;
    found.push(...now.problems.map((problem) => `${now.at} ${problem}`));
  }
  if (seen.size === 0) found.push('Tab reaches nothing');
  return found;
}
