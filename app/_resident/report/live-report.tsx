'use client';

import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { classNames } from '@/components/class-names';

const ask = async (body: object): Promise<Record<string, string>> => {
  const answer = await fetch('/report/preview', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return answer.ok ? ((await answer.json()) as Record<string, string>) : {};
};

const control = (form: HTMLFormElement | null | undefined, name: string) => {
  const found = form?.elements.namedItem(name);
  const isField =
    found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement || found instanceof HTMLSelectElement;
  return isField ? found : null;
};

/** Under each file control the names of what was chosen, whole: the control itself cuts them, or only counts them. */
function listFiles(event: Event): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.type !== 'file') return;
  const next = input.nextElementSibling;
  const list = next?.className === 'file-names' ? next : document.createElement('p');
  list.className = 'file-names';
  list.textContent = [...(input.files ?? [])].map((file) => file.name).join('\n');
  input.after(list);
}

/**
 * While the report is written: what the words are taken for and why, and until when it is promised, as the server says it
 * a moment after the last key; `children` is what it said when the page was made. Without script a page of its own says it.
 */
export function LivePreview(props: { label: string; fresh: string; children?: ReactNode }) {
  const { label, fresh, children } = props;
  const box = useRef<HTMLOutputElement>(null);
  const [html, setHtml] = useState<string | null>(null);
  // What is new since the last answer is typed inside of what is drawn anew: it stays, and so does the cursor in it.
  const typed = useRef({ value: fresh, at: null as [number, number] | null });
  useLayoutEffect(() => {
    const field = control(box.current?.closest('form'), 'fresh');
    if (!(field instanceof HTMLTextAreaElement)) return;
    const { value, at } = typed.current;
    if (html !== null) field.value = value;
    if (html === null || !at) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(...at);
  }, [html]);
  useEffect(() => {
    const form = box.current?.closest('form');
    let timer = 0;
    let latest = 0;
    // What comes while a button is being pressed waits: it would push the button away from under the finger.
    let isPressed = false;
    let waiting: string | undefined;
    const keep = () => {
      const field = control(form, 'fresh');
      if (!(field instanceof HTMLTextAreaElement)) return;
      const isIn = document.activeElement === field;
      typed.current = { value: field.value, at: isIn ? [field.selectionStart, field.selectionEnd] : null };
    };
    const draw = (said: string) => {
      keep();
      // Nothing can be said while the words are being written anew; what is new is not thrown away with the rest.
      if (said || !typed.current.value) setHtml(said);
    };
    const show = (said: string | undefined) => {
      if (isPressed) waiting = said ?? waiting;
      else if (said !== undefined) draw(said);
    };
    const press = () => {
      isPressed = true;
    };
    // The click itself comes after the button has been let go.
    const letGo = () =>
      window.setTimeout(() => {
        isPressed = false;
        show(waiting);
        waiting = undefined;
      });
    const ends = ['pointerup', 'pointercancel'];
    const look = async () => {
      latest += 1;
      const mine = latest;
      const names = ['words', 'item', 'area', 'point', 'address'];
      const body = Object.fromEntries(names.map((name) => [name, control(form, name)?.value ?? '']));
      keep();
      body.fresh = typed.current.value;
      const chosen = form?.elements.namedItem('join');
      if (chosen instanceof RadioNodeList) body.join = chosen.value;
      // Without a line nothing is shown that may be wrong; what was said before stays.
      const { html: said } = await ask(body).catch((): Record<string, string> => ({}));
      if (mine === latest) show(said);
    };
    const soon = (event: Event) => {
      listFiles(event);
      const { name } = event.target as HTMLInputElement;
      if (!['words', 'item', 'area', 'address'].includes(name)) return;
      window.clearTimeout(timer);
      timer = window.setTimeout(look, event.type === 'change' ? 0 : 500);
    };
    // What the browser itself put back, after going back or a reload.
    if (control(form, 'words')?.value) void look();
    form?.addEventListener('input', soon);
    form?.addEventListener('change', soon);
    window.addEventListener('pointerdown', press);
    for (const end of ends) window.addEventListener(end, letGo);
    return () => {
      window.clearTimeout(timer);
      form?.removeEventListener('input', soon);
      form?.removeEventListener('change', soon);
      window.removeEventListener('pointerdown', press);
      for (const end of ends) window.removeEventListener(end, letGo);
    };
  }, []);
  return (
    <output ref={box} aria-label={label} aria-live="polite" className="live-preview">
      {html === null ? (
        children
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: a piece of this site's own page, written by React on the server
        <div className="stack-tight" dangerouslySetInnerHTML={{ __html: html }} />
      )}
    </output>
  );
}

/** Phrases to tap: each is added to the words, which stay free to change. Only where script can do it. */
export function Phrases(props: { label: string; phrases: string[]; join: string }) {
  const { label, phrases, join } = props;
  const box = useRef<HTMLDivElement>(null);
  const [works, setWorks] = useState(false);
  useEffect(() => setWorks(true), []);
  const add = (phrase: string) => {
    const field = control(box.current?.closest('form'), 'words');
    if (!field) return;
    if (field.value.includes(phrase)) return field.focus();
    field.value = field.value.trim() ? `${field.value.trimEnd()}${join}${phrase}` : phrase;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    field.focus();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would put a legend between the field and its phrases
    <div ref={box} role="group" aria-label={label} className={classNames('phrases', !works && 'until-script')}>
      {works &&
        phrases.map((phrase) => (
          <button key={phrase} type="button" className="btn btn-outline" onClick={() => add(phrase)}>
            {phrase}
          </button>
        ))}
    </div>
  );
}

/** 用我的位置: chooses the cell where the phone is. Not there without script or in a browser that gives no position. */
export function PlaceHere(props: {
  icon: ReactNode;
  texts: { ask: string; waiting: string; found: string; outside: string; failed: string };
}) {
  const { icon, texts } = props;
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<keyof typeof texts | 'hidden'>('hidden');
  useEffect(() => {
    if (window.isSecureContext && 'geolocation' in navigator) setState('ask');
  }, []);
  if (state === 'hidden') return null;

  const take = async ({ coords }: GeolocationPosition) => {
    const form = button.current?.form;
    const [lat, lng] = [Number(coords.latitude.toFixed(5)), Number(coords.longitude.toFixed(5))];
    const { area } = await ask({ lat, lng }).catch((): Record<string, string> => ({}));
    if (area === undefined) return setState('failed');
    const select = control(form, 'area');
    const offers = select instanceof HTMLSelectElement && [...select.options].some(({ value }) => value === area);
    if (!area || !offers) return setState('outside');
    for (const [name, value] of Object.entries({ area, here: area, lat, lng })) {
      const field = control(form, name);
      if (field) field.value = String(value);
    }
    setState('found');
  };
  const start = () => {
    setState('waiting');
    const options = { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 };
    navigator.geolocation.getCurrentPosition(
      (position) => void take(position),
      () => setState('failed'),
      options,
    );
  };
  return (
    <div className="place-here">
      <button ref={button} type="button" className="btn btn-outline" disabled={state === 'waiting'} onClick={start}>
        {icon}
        {state === 'waiting' ? texts.waiting : texts.ask}
      </button>
      <output aria-live="polite" className="small">
        {state === 'ask' || state === 'waiting' ? '' : texts[state]}
      </output>
    </div>
  );
}
