'use client';

import { useEffect, useRef, useState } from 'react';
import { type PutBack, putBackTyped, rememberEarly, rememberTyped } from './typed-fields';
import { drawnKey, forgetRedrawn, typedIsSent } from './typed-sent';

interface Props {
  owner: string;
  /** Also when opened anew. */
  always?: boolean;
  texts: { words: string; photos: string };
}

/** Inside a form that posts by itself: what is typed there survives a reload in this tab. */
export function KeepTyped({ owner, always = false, texts }: Props) {
  const place = useRef<HTMLOutputElement>(null);
  const [put, setPut] = useState<PutBack>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const key = drawnKey(form);
    forgetRedrawn(form);
    const found = putBackTyped(form, owner, always);
    setPut(found);
    if (!found) rememberEarly(form, owner);
    if (found) form.closest('details')?.setAttribute('open', '');
    const onInput = () => rememberTyped(form, owner);
    // On the window: every script that holds it back was asked.
    const onSubmit = (event: SubmitEvent) => {
      if (event.target === form) typedIsSent(form, owner, key, event.defaultPrevented);
    };
    form.addEventListener('input', onInput);
    window.addEventListener('submit', onSubmit);
    return () => {
      form.removeEventListener('input', onInput);
      window.removeEventListener('submit', onSubmit);
    };
  }, [owner, always]);
  return (
    <output ref={place} aria-live="polite" className={put === null ? undefined : 'strong'}>
      {put === null ? '' : texts[put]}
    </output>
  );
}
