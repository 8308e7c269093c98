'use client';

import { useEffect, useRef, useState } from 'react';
import { changed, dropPost, keepPost } from './kept-posts';
import { sendPost } from './send-post';
import { shrunk } from './shrink-photo';

export interface KeepTexts {
  sending: string;
  /** Kept in this browser; sent by itself. */
  kept: string;
  /** Signed out meanwhile; kept all the same. */
  signIn: string;
  /** Kept, and to be looked at once more before it counts as sent: of a form of several pages, all but the last. */
  unfinished?: string;
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
  texts: KeepTexts;
}) {
  const place = useRef<HTMLOutputElement>(null);
  const busy = useRef(false);
  const [said, setSaid] = useState<keyof KeepTexts | null>(null);
  const { owner, label, doneAt, alone, texts } = props;
  useEffect(() => {
    const form = place.current?.closest('form');
    if (!form) return;
    const send = async (data: FormData) => {
      setSaid('sending');
      const id = String(data.get('clientId'));
      // An empty file control says an empty file.
      const typed = [...data].filter(([, value]) => typeof value === 'string' || value.size > 0);
      try {
        const fields = alone ? await shrunk(typed) : typed;
        const now = Date.now();
        const action = form.getAttribute('action') ?? '';
        await keepPost({ id, owner, action, doneAt, label, fields, keptAt: now, claimedUntil: 0, mendAt: null, alone });
      } catch {
        form.submit();
        return;
      }
      const { kind, url } = await sendPost(id);
      // The page that the answer leads to shows the form with all that was typed.
      if (kind === 'mend') await dropPost(id);
      if (kind === 'done' || kind === 'mend') window.location.assign(url);
      else
        setSaid(
          kind === 'sign_in' ? 'signIn' : texts.unfinished && data.get('do') !== 'submit' ? 'unfinished' : 'kept',
        );
      busy.current = kind === 'done' || kind === 'mend';
    };
    const onSubmit = (event: SubmitEvent) => {
      // Going back and beginning anew send nothing.
      if (event.submitter?.hasAttribute('formnovalidate')) return;
      event.preventDefault();
      if (busy.current) return;
      busy.current = true;
      void send(new FormData(form, event.submitter));
    };
    // The badge beside it may have sent it meanwhile, and says so.
    const onChange = () => setSaid((now) => (now === 'sending' ? now : null));
    // Back from the receipt to a page that the browser kept as it was.
    const onBack = () => {
      busy.current = false;
      setSaid(null);
    };
    form.addEventListener('submit', onSubmit);
    window.addEventListener('pageshow', onBack);
    window.addEventListener(changed, onChange);
    return () => {
      form.removeEventListener('submit', onSubmit);
      window.removeEventListener('pageshow', onBack);
      window.removeEventListener(changed, onChange);
    };
  }, [owner, label, doneAt, alone, texts.unfinished]);
  return (
    <output ref={place} aria-live="polite" className={said === null ? undefined : 'strong'}>
      {said === null ? '' : texts[said]}
    </output>
  );
}
