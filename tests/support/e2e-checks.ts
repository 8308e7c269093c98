import type { Page } from '@playwright/test';

/** What a page is held to; the same page is looked at in several looks. */
export interface Bar {
  locale: string;
  /** The least height and width of what is pressed, in CSS pixels. */
  target: number;
  /** A resident's page: the foot with telephone and help, and no key of its own that a screen reader needs. */
  isResident: boolean;
  /** Papers that are printed and not read on a screen: no skip link, no foot. */
  isPaper: boolean;
  /** What is typed here is about somebody else: the browser must not offer the clerk's own name and phone. */
  isForOthers: boolean;
  /** Names of people, which have no English (3.1.2 leaves them out); so are those with their mask. */
  names: string[];
}

/**
 * Everything that can be told of a page as it stands, in one call: headings, languages, pictures, fields, targets,
 * chips, the place of help. The rows are those of WCAG 2.2 that axe leaves to others.
 * @returns a line for each thing that is wrong
 */
export const lookAt = (page: Page, bar: Bar): Promise<string[]> =>
  page.evaluate((bar) => {
    const found: string[] = [];
    const all = <T extends Element>(selector: string, from: ParentNode = document) => [
      ...from.querySelectorAll<T>(selector),
    ];
    const words = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim();
    const name = (el: Element) =>
      `${el.localName}${el.id ? `#${el.id}` : ''}${el.getAttribute('class') ? `.${el.classList[0]}` : ''} “${words(el.textContent).slice(0, 24)}”`;
    const seen = (el: Element) =>
      el.checkVisibility({ visibilityProperty: true }) && el.getClientRects().length > 0 && !el.closest('.away, .skip');

    // 1.3.1, 2.4.6: one h1, and no level left out.
    const headings = all('h1, h2, h3, h4, h5, h6').filter((el) => el.checkVisibility());
    const tops = headings.filter((el) => el.localName === 'h1').length;
    if (tops !== 1) found.push(`${tops} h1`);
    let level = 0;
    for (const el of headings) {
      const own = Number(el.localName[1]);
      if (own > level + 1) found.push(`${name(el)} comes after a level ${level}`);
      level = own;
    }

    // 3.1.1, 3.1.2: the page in the reader's language, Chinese on an English page marked as such, and the other way round.
    if (document.documentElement.lang !== bar.locale) found.push(`html lang=${document.documentElement.lang}`);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement;
      // What stands in a text area is the reader's own.
      if (!holder || holder.closest('script, style, noscript, template, textarea') || !holder.checkVisibility())
        continue;
      const said = words(walker.currentNode.nodeValue).replace(/\p{Script=Han}\*+/gu, '');
      const text = bar.names.reduce((left, one) => left.replaceAll(one, ''), said);
      const lang = holder.closest('[lang]')?.getAttribute('lang') ?? '';
      if (/\p{Script=Han}/u.test(text) && !lang.startsWith('zh'))
        found.push(`Chinese without lang=zh: “${text.slice(0, 30)}”`);
    }

    // 1.1.1: pictures that people sent have words; a name of a file is none.
    for (const img of all<HTMLImageElement>('img')) {
      const alt = img.getAttribute('alt');
      if (alt === null) found.push(`${name(img)} ${img.src} has no alt`);
      else if (/\/photos?\//.test(img.src) && (words(alt).length < 3 || /\.(jpe?g|png|webp)$/i.test(alt))) {
        found.push(`a photo is called “${alt}”`);
      }
    }

    // 1.3.1, 3.3.2, 4.1.2: every field has a label that is no placeholder, and what describes it is there.
    const controls = all<HTMLInputElement>('input:not([type=hidden]), select, textarea').filter(seen);
    for (const el of controls) {
      const labelled =
        [...(el.labels ?? [])].some((label) => words(label.textContent) !== '') ||
        el.hasAttribute('aria-label') ||
        el.hasAttribute('aria-labelledby');
      if (!labelled) found.push(`${name(el)} [${el.name}] has no label`);
      // 1.3.5, 3.3.8: the browser can fill in what it knows, and anything may be pasted.
      const fills = el.getAttribute('autocomplete') ?? '';
      const wanted =
        el.type === 'tel'
          ? /^tel/
          : el.name === 'name'
            ? /^name$/
            : el.name === 'code' && el.inputMode === 'numeric'
              ? /^one-time-code$/
              : null;
      if (wanted && !(bar.isForOthers ? /^off$/ : wanted).test(fills))
        found.push(`${name(el)} autocomplete=“${fills}”`);
      if (el.type === 'password' && !/password$/.test(fills)) found.push(`${name(el)} keeps password managers out`);
      const paste = new ClipboardEvent('paste', { bubbles: true, cancelable: true });
      if (!el.dispatchEvent(paste)) found.push(`${name(el)} refuses what is pasted`);
      // 3.3.1: a field that is wrong says so in words of its own.
      const errors = (el.getAttribute('aria-describedby') ?? '').split(' ').filter((id) => id.endsWith('-error'));
      if (el.getAttribute('aria-invalid') === 'true' && errors.length === 0 && el.type !== 'password') {
        found.push(`${name(el)} is wrong, and nothing says why`);
      }
    }
    for (const attribute of ['aria-describedby', 'aria-labelledby', 'aria-controls', 'for', 'form']) {
      for (const el of all(`[${attribute}]`)) {
        for (const id of (el.getAttribute(attribute) ?? '').split(/\s+/)) {
          if (!document.getElementById(id)) found.push(`${name(el)} ${attribute}=${id} leads nowhere`);
        }
      }
    }
    const ids = all('[id]').map((el) => el.id);
    for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) found.push(`#${id} is there twice`);

    // 2.4.3, 2.1.1, 2.5.7: the order of the page, nothing that only a mouse can drag.
    for (const el of all('[tabindex]'))
      if (Number(el.getAttribute('tabindex')) > 0) found.push(`${name(el)} jumps the order`);
    for (const el of all('[draggable=true], [ondrag]')) found.push(`${name(el)} has to be dragged`);
    const keys = all('[accesskey]').map((el) => el.getAttribute('accesskey') ?? '');
    if (bar.isResident && keys.length > 0) found.push(`access keys on a resident's page: ${keys.join(' ')}`);
    for (const key of new Set(keys.filter((key, at) => keys.indexOf(key) !== at)))
      found.push(`two controls on key ${key}`);
    // 2.2.1: no page that goes by itself.
    if (document.querySelector('meta[http-equiv=refresh i]')) found.push('the page reloads by itself');

    // 1.4.1: a state is a word and a shape, not a colour alone.
    for (const chip of all('.chip').filter(seen)) {
      if (words(chip.textContent) === '' || !chip.querySelector('svg'))
        found.push(`${name(chip)} says it by colour alone`);
    }

    // 2.5.8: what is pressed is large enough; links within a sentence may be as high as its line.
    const reach = (el: Element): DOMRect => {
      const isSmallBox = el instanceof HTMLInputElement && /^(radio|checkbox)$/.test(el.type);
      const label = isSmallBox ? (el.labels?.[0] ?? el.closest('.row-pick')) : null;
      if (label) return label.getBoundingClientRect();
      const cover = getComputedStyle(el, '::after');
      // A link that is stretched over its card.
      const isStretched = cover.position === 'absolute' && cover.content !== 'none' && cover.top === '0px';
      let card = isStretched ? el.parentElement : null;
      while (card && getComputedStyle(card).position === 'static') card = card.parentElement;
      return (card ?? el).getBoundingClientRect();
    };
    const inSentence = (el: Element): boolean => {
      if (getComputedStyle(el).display !== 'inline') return false;
      const around = words(el.parentElement?.textContent).length - words(el.textContent).length;
      return around >= 4 || Boolean(el.closest('p, li, dd, td, figcaption') && around > 0);
    };
    const pressed = all('a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]');
    for (const el of bar.isPaper ? [] : pressed.filter(seen)) {
      if (el instanceof SVGElement || inSentence(el)) continue;
      const box = reach(el);
      // Half a pixel may be lost in rounding.
      if (box.height < bar.target - 0.5 || box.width < bar.target - 0.5) {
        found.push(`${name(el)} is ${Math.round(box.width)}×${Math.round(box.height)}`);
      }
    }

    // 2.4.1, 3.2.6: the skip link leads to the page, and help stands at one place of every foot.
    const skip = document.querySelector('a');
    if (!bar.isPaper && (skip?.getAttribute('href') !== '#main' || !document.querySelector('main#main'))) {
      found.push('the first link does not lead to #main');
    }
    if (bar.isResident && !bar.isPaper) {
      const links = all<HTMLAnchorElement>('body .page > footer:last-child li a').map(
        (a) => a.getAttribute('href') ?? '',
      );
      const order = links.map((href) => (href.startsWith('tel:') ? 'tel' : href)).join(' ');
      if (order !== 'tel /help /privacy /a11y') found.push(`the foot says: ${order}`);
    }
    return found;
  }, bar);

/** 1.4.4, 1.4.10, 1.4.12: nothing wider than the screen, and no text cut off by its own box. */
export const fits = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    // Not `innerWidth`: on a phone that grows with a page that is too wide.
    const screen = document.documentElement.clientWidth;
    const over = document.documentElement.scrollWidth - screen;
    if (over > 0) {
      const right = (el: Element) => el.getBoundingClientRect().right;
      const wide = [...document.querySelectorAll('body *')].filter((el) => right(el) > screen + 1);
      const last = wide.findLast((el) => right(el) === Math.max(...wide.map(right)));
      found.push(`${over} px too wide, by ${last?.localName}.${last?.getAttribute('class')}`);
    }
    for (const el of document.querySelectorAll('body *')) {
      if (!(el instanceof HTMLElement) || el.closest('.away') || !el.checkVisibility() || !el.textContent?.trim())
        continue;
      const { overflowX, overflowY, webkitLineClamp, clipPath } = getComputedStyle(el);
      // The first lines of what is whole on the page of the order, and what is there to be read out alone.
      if (webkitLineClamp !== 'none' || clipPath === 'inset(50%)') continue;
      const cutsX = /hidden|clip/.test(overflowX) && el.scrollWidth > el.clientWidth + 1;
      const cutsY = /hidden|clip/.test(overflowY) && el.scrollHeight > el.clientHeight + 1;
      if (cutsX || cutsY) found.push(`${el.localName}.${el.className} cuts “${el.textContent.trim().slice(0, 20)}”`);
      const isControl =
        el instanceof HTMLButtonElement || (el instanceof HTMLAnchorElement && el.className.includes('btn'));
      if (isControl && el.scrollWidth > el.clientWidth + 1)
        found.push(`“${el.textContent.trim().slice(0, 20)}” leaves its button`);
    }
    return found;
  });

/** 1.4.12: the spacing that a reader may choose. */
export const spreadText = (page: Page) =>
  page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}p{margin-bottom:2em!important}',
    );
    document.adoptedStyleSheets = [sheet];
  });

/** In forced colours and with less motion: states keep their words and shapes, and nothing moves. */
export async function lookInForced(page: Page): Promise<string[]> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  const found = await page.evaluate(() => {
    const found: string[] = [];
    const ground = getComputedStyle(document.body).backgroundColor;
    for (const chip of document.querySelectorAll('.chip')) {
      if (!chip.checkVisibility()) continue;
      const [text, shape] = [chip.querySelector('.chip-word') ?? chip, chip.querySelector('svg')];
      const isSeen = (colour: string) => colour !== ground && colour !== 'rgba(0, 0, 0, 0)';
      if (!isSeen(getComputedStyle(text).color)) found.push(`the word of ${chip.textContent} is not seen`);
      if (!shape || !isSeen(getComputedStyle(shape).stroke)) found.push(`the shape of ${chip.textContent} is not seen`);
      if (getComputedStyle(chip).borderTopStyle === 'none') found.push(`${chip.textContent} has no edge`);
    }
    const long = (value: string) =>
      value.split(',').some((part) => Number.parseFloat(part) > (part.includes('ms') ? 10 : 0.01));
    for (const el of document.querySelectorAll('*')) {
      for (const pseudo of [null, '::before', '::after']) {
        const style = getComputedStyle(el, pseudo);
        const moves = style.animationName !== 'none' && long(style.animationDuration);
        if (moves || long(style.transitionDuration)) found.push(`${el.localName}.${el.getAttribute('class')} moves`);
      }
    }
    return [...new Set(found)];
  });
  await page.emulateMedia({ forcedColors: null, reducedMotion: null });
  return found;
}
