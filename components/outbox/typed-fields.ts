/** What was put back into a form: words alone, or words where photos have to be chosen again; null when nothing was. */
export type PutBack = 'words' | 'photos' | null;

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

interface Typed {
  /** Of the form as it was: sent under the same key twice it counts once. */
  key: string;
  fields: [name: string, value: string, isOn: boolean][];
  photos: number;
  /** Code of the scanned slip that the form carried. */
  slip?: string;
}

const unwatched: readonly string[] = ['hidden', 'file', 'submit', 'button', 'password'];
const controls = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (one): one is Control =>
      (one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement || one instanceof HTMLSelectElement) &&
      one.name !== '' &&
      !unwatched.includes(one.type),
  );
const isSwitch = (one: Control): one is HTMLInputElement => one.type === 'radio' || one.type === 'checkbox';
/** Whether it says something else than the page did. */
function isTouched(one: Control): boolean {
  if (isSwitch(one)) return one.checked !== one.defaultChecked;
  if (!(one instanceof HTMLSelectElement)) return one.value !== one.defaultValue;
  const first = [...one.options].find((option) => option.defaultSelected) ?? one.options[0];
  return one.value !== first?.value;
}
const keyOf = (form: HTMLFormElement) => form.querySelector<HTMLInputElement>('[name="clientId"]');

const slipOf = (form: HTMLFormElement): string =>
  form.querySelector<HTMLInputElement>('[name="point"][type="hidden"]')?.value ?? '';
/** What somebody typed about where it is. */
const ofPlace: readonly string[] = ['area', 'address', 'detail'];

/** A form of a server action has no address; it says where its words wait. */
const addressOf = (form: HTMLFormElement) => form.getAttribute('data-typed') ?? form.getAttribute('action');
const placesOf = (action: string | null, owner: string) => `typed ${owner} ${action} `;

/** In this tab alone, and for this person: a page of a form of several pages has a place of its own. */
function placeOf(form: HTMLFormElement, owner: string): string {
  const step = form.querySelector<HTMLInputElement>('[name="step"]')?.value ?? '';
  return placesOf(addressOf(form), owner) + step;
}

/** Full or switched off (it throws, or is not there): the form works as ever. */
function stored<T>(work: (storage: Storage) => T): T | null {
  try {
    return work(sessionStorage);
  } catch {
    return null;
  }
}

/** It was sent, all its pages with it, or thrown away. `form`: itself, or the path it posts to once its page is left. */
export function forgetTyped(form: HTMLFormElement | string, owner: string): void {
  const places = placesOf(typeof form === 'string' ? form : addressOf(form), owner);
  stored((storage) => {
    for (const place of Object.keys(storage)) if (place.startsWith(places)) storage.removeItem(place);
  });
}

const asideMs = 10 * 60_000;

function readAside(storage: Storage): { name: string; place: string; isOver: boolean }[] {
  return Object.keys(storage).flatMap((name) => {
    const [, at, place] = /^aside (\d+) (.*)$/s.exec(name) ?? [];
    return place === undefined ? [] : [{ name, place, isOver: Date.now() - Number(at) >= asideMs }];
  });
}

/** @param which all of it, or what is over */
function forgetAside(which: 'all' | 'over' = 'all'): void {
  stored((storage) => {
    for (const { name, isOver } of readAside(storage)) if (which === 'all' || isOver) storage.removeItem(name);
  });
}

/** What was cleared would come in the place of what is typed now: the button of its way back goes. */
function takeBackAway(): void {
  const button = document.querySelector<HTMLElement>('#cleared [value="restore"]');
  if (button) button.style.visibility = 'hidden';
}

/** Its form was cleared: kept aside as long as the server keeps its part, in case the tap was a slip. */
function setTypedAside(form: HTMLFormElement, owner: string): void {
  const places = placesOf(addressOf(form), owner);
  forgetAside();
  stored((storage) => {
    for (const place of Object.keys(storage)) {
      if (!place.startsWith(places)) continue;
      storage.setItem(`aside ${Date.now()} ${place}`, storage.getItem(place) ?? '');
      storage.removeItem(place);
    }
  });
}

/** What was cleared comes back, in the place of what was typed since. */
function bringTypedBack(form: HTMLFormElement, owner: string): void {
  const places = placesOf(addressOf(form), owner);
  forgetTyped(form, owner);
  stored((storage) => {
    for (const { name, place, isOver } of readAside(storage)) {
      if (place.startsWith(places) && !isOver) storage.setItem(place, storage.getItem(name) ?? '');
      storage.removeItem(name);
    }
  });
}

/** What a button does with what was typed: throws it away for now, brings it back, or has done with it. */
export function clearTyped(form: HTMLFormElement, owner: string, verb: string): void {
  if (verb === 'clear') setTypedAside(form, owner);
  if (verb === 'restore') bringTypedBack(form, owner);
  if (verb === 'erase') forgetAside();
}

/** Remembers what is typed with every key, so that a reload, a dead battery or a wrong tap does not lose it. */
export function rememberTyped(form: HTMLFormElement, owner: string): void {
  const touched = controls(form).filter(isTouched);
  const fields = touched.map((one): Typed['fields'][number] => [one.name, one.value, !isSwitch(one) || one.checked]);
  const photos = [...form.querySelectorAll<HTMLInputElement>('[type="file"]')];
  const count = photos.reduce((sum, one) => sum + (one.files?.length ?? 0), 0);
  const typed: Typed = { key: keyOf(form)?.value ?? '', fields, photos: count, slip: slipOf(form) };
  stored((storage) => storage.setItem(placeOf(form, owner), JSON.stringify(typed)));
  takeBackAway();
}

/** What was typed before the page's scripts ran was heard by nobody; it stands in the form. */
export function rememberEarly(form: HTMLFormElement, owner: string): void {
  if (controls(form).some(isTouched)) rememberTyped(form, owner);
}

/** What the server said of a text is not true of the one that was put in its place. */
function hideError({ id }: Control): void {
  const ofField = document.getElementById(`${id}-error`);
  const line = document.querySelector(`#errors a[href="#${id}"]`)?.closest('li');
  for (const one of [ofField, line]) one?.setAttribute('hidden', '');
  document.getElementById(id)?.removeAttribute('aria-invalid');
  ofField?.closest('.field-bad')?.classList.remove('field-bad');
  const summary = document.getElementById('errors');
  if (summary && !summary.querySelector('li:not([hidden])')) summary.hidden = true;
}

/** The page was loaded again, or gone back to: not opened to begin something else. */
function isSamePage(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type !== 'navigate';
}

/**
 * Puts back what had been typed here and was never sent, under its key, because it may have been on its way. `always`: also
 * when the page is opened anew, which at a counter would show one visitor the words of another.
 */
export function putBackTyped(form: HTMLFormElement, owner: string, always: boolean): PutBack {
  forgetAside('over');
  if (!always && !isSamePage()) return null;
  const typed = stored((storage) => JSON.parse(storage.getItem(placeOf(form, owner)) ?? 'null') as Typed | null);
  if (!typed) return null;
  // A slip that was scanned since is nearer than the place that was typed.
  const isMoved = slipOf(form) !== '' && slipOf(form) !== (typed.slip ?? '');
  let isPut = false;
  const rest = [...typed.fields];
  for (const one of controls(form)) {
    const at = rest.findIndex(([name, value]) => name === one.name && (!isSwitch(one) || value === one.value));
    const [found] = at < 0 ? [] : rest.splice(at, 1);
    if (!found) continue;
    const [, value, isOn] = found;
    if (isSwitch(one) ? one.checked === isOn : one.value === value) continue;
    if (isMoved && ofPlace.includes(one.name)) continue;
    if (isSwitch(one)) one.checked = isOn;
    else one.value = value;
    hideError(one);
    isPut = true;
    one.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if (isPut) takeBackAway();
  const key = keyOf(form);
  if (isPut && key && typed.key) key.value = typed.key;
  return isPut ? (typed.photos > 0 ? 'photos' : 'words') : null;
}
