'use client';

import { useEffect, useState } from 'react';

/**
 * 撤销 with the seconds that are left. Without script it stays, and a press that comes too late is answered; who has the
 * keyboard on it is not made to lose their place.
 */
export function UndoButton({ label, seconds }: { label: string; seconds: number }) {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const ends = performance.now() + seconds * 1000;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((ends - performance.now()) / 1000))), 500);
    return () => clearInterval(timer);
  }, [seconds]);
  return (
    <button type="submit" className="btn btn-outline" data-key="u" disabled={left === 0}>
      {label} <span aria-hidden="true">{left} s</span> <kbd>U</kbd>
    </button>
  );
}
