'use client';

import { useEffect } from 'react';

/**
 * Ctrl+Enter (on a Mac also Command) sends the form that is being written in, by its button `data-send`. Without script
 * the same button has its access key. Nothing happens while Chinese is being composed.
 */
export function SendKey() {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.isComposing || event.repeat) return;
      const form = event.target instanceof Element ? event.target.closest('form') : null;
      const button = form?.querySelector<HTMLButtonElement>('button[data-send]:not(:disabled)');
      if (!form || !button) return;
      event.preventDefault();
      form.requestSubmit(button);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  return null;
}
