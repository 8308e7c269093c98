'use client';

import { useEffect, useRef, useState } from 'react';
import { forgetTyped, type PutBack, putBackTyped, rememberTyped } from './typed-fields';

/** Stands inside a form that posts by itself: what is typed there survives a reload in this tab. */
export function KeepTyped({ owner, texts }: { owner: string; texts: { words: string; photos: string } }) {
  const place = useRef<HTMLOutputElement>(null);
  const [put, setPut] = useState<PutBack>(null);
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    setPut(putBackTyped(form, owner, false));
    const onInput = () => rememberTyped(form, owner);
    // From here on the server keeps it, also when it is refused. On the window every script that holds it back was asked.
    const onSubmit = (event: SubmitEvent) => {
      if (event.target === form && !event.defaultPrevented) forgetTyped(form, owner);
    };
    form.addEventListener('input', onInput);
    window.addEventListener('submit', onSubmit);
    return () => {
      form.removeEventListener('input', onInput);
      window.removeEventListener('submit', onSubmit);
    };
  }, [owner]);
  return (
    <output ref={place} aria-live="polite" className={put === null ? undefined : 'strong'}>
      {put === null ? '' : texts[put]}
    </output>
  );
}
