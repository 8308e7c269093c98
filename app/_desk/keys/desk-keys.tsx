'use client';

import { useEffect, useRef, useState } from 'react';
import { type DeskKey, readKey } from './read-key';
import { control, pick, rowHere, step, whereOf } from './rows';
import { selectHere } from './select-rows';

export interface KeyTexts {
  open: string;
  title: string;
  /** The switch, and what it leaves on. */
  on: string;
  onHint: string;
  close: string;
  rows: { keys: string; what: string }[];
}

/** Of this browser: whoever shares it with a screen reader or speech input turns the letters off (WCAG 2.1.4). */
const stored = 'desk.keys';
/** A dispatch goes on to the next order by itself: a second press within this time was meant for the first. */
const restMs = 700;

const isOff = (): boolean => {
  try {
    return localStorage.getItem(stored) === 'off';
  } catch {
    return false;
  }
};

/** Single keys of the desk, with the sheet that lists them and switches them off. */
export function DeskKeys({ texts }: { texts: KeyTexts }) {
  const sheet = useRef<HTMLDialogElement>(null);
  const sentAt = useRef(0);
  const [on, setOn] = useState(true);

  useEffect(() => {
    setOn(!isOff());
    const dispatch = () => {
      const row = rowHere();
      if (row?.hasFocus && !row.isOpen) return row.link.click();
      const now = performance.now();
      if (now - sentAt.current < restMs) return;
      const button = control('.queue-pane .act-send button');
      if (!button) return;
      sentAt.current = now;
      button.click();
    };
    const acts: Partial<Record<DeskKey, () => void>> = {
      next: () => step(1),
      previous: () => step(-1),
      open: () => rowHere()?.link.click(),
      dispatch,
      select: () => selectHere(false),
      select_range: () => selectHere(true),
      search: () => control('.desk-search input')?.focus(),
      help: () => sheet.current?.showModal(),
      show_new: () => control('[data-key="r"]')?.click(),
      undo: () => control('[data-key="u"]')?.click(),
      new_order: () => control('.desk-nav a[href="/desk/new"]')?.click(),
      // Out of a field, back to the list; what was typed stays.
      leave: () => (rowHere()?.link ?? control('main'))?.focus(),
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || sheet.current?.open) return;
      const key = readKey(event, whereOf(event.target));
      if (!key || (isOff() && key !== 'help')) return;
      event.preventDefault();
      if (key.startsWith('pick')) pick(Number(key.slice(4)));
      else acts[key]?.();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  const turn = (next: boolean) => {
    setOn(next);
    try {
      localStorage.setItem(stored, next ? 'on' : 'off');
    } catch {
      // Nothing can be kept here: it holds for this page.
    }
  };
  return (
    <>
      <button type="button" className="view keys-open" onClick={() => sheet.current?.showModal()}>
        {texts.open} <kbd>?</kbd>
      </button>
      <dialog ref={sheet} className="keys" aria-labelledby="keys-title">
        <h2 id="keys-title">{texts.title}</h2>
        <label className="keys-switch">
          <input type="checkbox" checked={on} onChange={(event) => turn(event.target.checked)} /> {texts.on}
        </label>
        <p className="quiet small">{texts.onHint}</p>
        <dl>
          {texts.rows.map(({ keys, what }) => (
            <div key={what}>
              <dt>
                <kbd>{keys}</kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
        <button type="button" className="btn btn-outline" onClick={() => sheet.current?.close()}>
          {texts.close}
        </button>
      </dialog>
    </>
  );
}
