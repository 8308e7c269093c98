import { forgetTyped } from './typed-fields';

/** A form of a server action that was pressed: its words stay in the tab until the server is known to have them. */
interface Pressed {
  place: string;
  owner: string;
  /** The `clientId` that it was drawn with: a page that the answer draws has another. */
  key: string;
  href: string;
}

/** Of this document alone: loaded again, the words are put back, under the key that counts once. */
let pressed: Pressed | null = null;

/** Asked as the page is drawn: words that are put back bring the key of their own try. */
export const drawnKey = (form: HTMLFormElement): string =>
  form.querySelector<HTMLInputElement>('[name="clientId"]')?.value ?? '';

/**
 * A form was pressed. The browser leaves the page once the server has it, also refused; a server action is sent by script,
 * and where nothing arrives its page stays. `isHeld`: a script sends it by itself.
 */
export function typedIsSent(form: HTMLFormElement, owner: string, key: string, isHeld: boolean): void {
  const place = form.dataset.typed;
  if (place) pressed = { place, owner, key, href: window.location.href };
  else if (!isHeld) forgetTyped(form, owner);
}

/** Something is pressed: its answer says nothing of what was pressed before. */
export function pressAnew(): void {
  pressed = null;
}

/** The same form stands in a page that was drawn after the answer. */
export function forgetRedrawn(form: HTMLFormElement): void {
  if (pressed?.place !== form.dataset.typed || !pressed || pressed.key === drawnKey(form)) return;
  forgetTyped(pressed.place, pressed.owner);
  pressed = null;
}

/**
 * The address has changed. An answer leads to one that names what was done, or what was refused and is kept by the server;
 * any other was chosen by whoever gave up waiting.
 */
export function forgetArrived(href: string): void {
  if (!pressed || pressed.href === href) return;
  const { searchParams } = new URL(href);
  if (['done', 'form', 'next', 'away'].some((name) => searchParams.has(name)))
    forgetTyped(pressed.place, pressed.owner);
  pressed = null;
}
