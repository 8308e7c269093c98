'use client';

import { useEffect, useState } from 'react';
import { errorWordsId } from './_shell/error-words';

/** Shown in place of a page that failed. Says what happened, what is kept, what to do, and a short number to name. */
export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const [words, setWords] = useState<DOMStringMap | null>(null);
  useEffect(() => setWords(document.getElementById(errorWordsId)?.dataset ?? {}), []);
  if (!words) return null;
  return (
    <main id="main" tabIndex={-1} className="wrap main stack">
      <h1>{words.title}</h1>
      <p>{words.text}</p>
      {error.digest && (
        <p className="quiet">
          {words.number} <b>{error.digest}</b>
        </p>
      )}
      <p className="btn-row">
        <button type="button" className="btn btn-primary" onClick={reset}>
          {words.again}
        </button>
        <a className="btn btn-outline" href="/">
          {words.home}
        </a>
        <a className="btn btn-plain" href="tel:12345">
          12345
        </a>
      </p>
    </main>
  );
}
