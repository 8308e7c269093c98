'use client';

import { useEffect, useRef, useState } from 'react';
import { changed, dropPost, freshKey, keepSent } from './kept-posts';
import { sendPost } from './send-post';
import { shrunk } from './shrink-photo';
import { clearTyped, forgetTyped, putBackTyped, rememberEarly, rememberTyped } from './typed-fields';

export interface KeepTexts {
  sending: string;
  /** Kept in this browser; sent by itself. */
  kept: string;
  /** Kept, and to be looked at once more before it counts as sent: of a form of several pages, all but the last. */
  unfinished?: string;
  /** What was typed before a reload stands here again. */
  words: string;
  photos: string;
}

/**
 * Stands inside a form with a `clientId`. What is sent is kept in the browser first and sent from there, so that neither a
 * dead line nor a reload loses it. Without script, or where the browser keeps nothing, the form posts as ever.
 */
export function KeepForm(props: {
  owner: string;
  label: string;
  doneAt: string;
  /** Each is its own matter, called by the first of its words after `label`; its photos are made small. */
  alone?: boolean;
  /** What it acts on: what was kept about the same thing goes first. */
  about?: string;
  /** The next of its kind may be written while this one waits. */
  many?: boolean;
  /** Small and without photos: while there is a line it posts by itself. */
  light?: boolean;
  texts: KeepTexts;
}) {
  const place = useRef<HTMLOutputElement>(null);
  const busy = useRef(false);
  const [said, setSaid] = useState<keyof KeepTexts | null>(null);
  const { owner, label, doneAt, alone, about, many, light, texts } = props;
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const renew = () => {
      const key = form.elements.namedItem('clientId');
      if (key instanceof HTMLInputElement) key.value = freshKey();
    };
    // A page that was kept for the time without a network has a key that may have been used.
    if (about) renew();
    const found = putBackTyped(form, owner, true);
    setSaid(found);
    if (!found) rememberEarly(form, owner);
    let isUsed = false;
    const send = async (data: FormData) => {
      setSaid('sending');
      // An empty file control says an empty file.
      const typed = [...data].filter(([, value]) => typeof value === 'string' || value.size > 0);
      const unfinished = Boolean(texts.unfinished) && data.get('do') !== 'submit';
      const post = {
        id: String(data.get('clientId')),
        owner,
        action: form.getAttribute('action') ?? '',
        doneAt,
        label,
      };
      let id = '';
      try {
        const fields = alone ? await shrunk(typed) : typed;
        const rest = { claimedUntil: 0, mendAt: null, alone, about, unfinished };
        id = await keepSent({ ...post, fields, keptAt: Date.now(), ...rest });
      } catch {
        forgetTyped(form, owner);
        return form.submit();
      }
      forgetTyped(form, owner);
      const { kind, url } = await sendPost(id);
      isUsed = kind === 'done';
      const isRefused = kind === 'mend' || kind === 'sign_in';
      // The page it leads to shows the form with all that was typed; where signing in names no form, it stays here.
      if (isRefused && (kind === 'mend' || url.includes('form%3D'))) await dropPost(id);
      busy.current = isUsed || isRefused;
      if (busy.current) return window.location.assign(url);
      if (many) {
        form.reset();
        renew();
      }
      setSaid(unfinished ? 'unfinished' : 'kept');
    };
    const onSubmit = (event: SubmitEvent) => {
      // Going back and beginning anew send nothing.
      if (event.submitter?.hasAttribute('formnovalidate')) return;
      if (light && navigator.onLine) return;
      // Without a line nobody but this page can say what is missing.
      if (!navigator.onLine && !form.reportValidity()) return event.preventDefault();
      event.preventDefault();
      if (busy.current) return;
      busy.current = true;
      void send(new FormData(form, event.submitter));
    };
    const onInput = () => {
      // Gone back to and changed: another matter than the one that was sent.
      if (isUsed) renew();
      isUsed = false;
      rememberTyped(form, owner);
    };
    const onClear = ({ submitter }: SubmitEvent) => {
      if (submitter instanceof HTMLButtonElement) clearTyped(form, owner, submitter.value);
    };
    // The badge beside it may have sent it meanwhile, and says so.
    const onChange = () => setSaid((now) => (now === 'sending' ? now : null));
    // Back from the receipt to a page that the browser kept as it was.
    const onBack = () => {
      busy.current = false;
      setSaid((now) => (now === 'words' || now === 'photos' ? now : null));
    };
    form.addEventListener('submit', onSubmit);
    form.addEventListener('input', onInput);
    document.addEventListener('submit', onClear);
    window.addEventListener('pageshow', onBack);
    window.addEventListener(changed, onChange);
    return () => {
      form.removeEventListener('submit', onSubmit);
      form.removeEventListener('input', onInput);
      document.removeEventListener('submit', onClear);
      window.removeEventListener('pageshow', onBack);
      window.removeEventListener(changed, onChange);
    };
  }, [owner, label, doneAt, alone, about, many, light, texts.unfinished]);
  return (
    <output ref={place} aria-live="polite" className={said === null ? undefined : 'strong'}>
      {said === null ? '' : texts[said]}
    </output>
  );
}
