'use client';

import { useEffect, useState } from 'react';

const areaOf = (id: string): HTMLTextAreaElement | null => {
  const found = document.getElementById(id);
  return found instanceof HTMLTextAreaElement ? found : null;
};

/**
 * React sets a text area back to the words it came with when it takes the page over, and what was typed until then is gone:
 * seconds on a slow phone. Stands before a text area that came with words, reads it before React does, and puts it back.
 */
export function KeepEarly({ id }: { id: string }) {
  const [typed] = useState(() => {
    const area = typeof document === 'undefined' ? null : areaOf(id);
    return area && area.value !== area.defaultValue ? area.value : null;
  });
  useEffect(() => {
    const area = areaOf(id);
    if (typed === null || !area || area.value !== area.defaultValue) return;
    area.value = typed;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }, [id, typed]);
  return null;
}
