'use client';

import './session-notice.css';
import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { minutesToWarn } from './session-left';

export interface SessionTexts {
  /** `#` stands for the minutes. */
  soon: string;
  stay: string;
  ended: string;
}

const lookMs = 10_000;
const othersName = 'session';

/** Milliseconds that the session now lasts, 0 when it is over. */
async function stillHere(): Promise<number> {
  const answer = await fetch('/login/stay', { method: 'POST' });
  const { leftMs }: { leftMs: number } = await answer.json();
  return leftMs;
}

/**
 * Says before a session ends that it will, with a button that goes on, and after it that what was typed is kept (2.2.1).
 * `leftMs`: until its end as the page was made. A page opened in another tab counts as use here too.
 */
export function SessionWarning({ leftMs, texts }: { leftMs: number; texts: SessionTexts }) {
  const path = usePathname();
  const query = useSearchParams().toString();
  const endsAt = useRef(0);
  const [minutes, setMinutes] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page in this document was a request
  useEffect(() => {
    const use = () => {
      endsAt.current = Date.now() + leftMs;
      setMinutes(null);
    };
    use();
    const others = 'BroadcastChannel' in window ? new BroadcastChannel(othersName) : null;
    others?.postMessage('used');
    others?.addEventListener('message', use);
    return () => others?.close();
  }, [leftMs, path, query]);
  useEffect(() => {
    const look = () => setMinutes(minutesToWarn(endsAt.current - Date.now(), leftMs));
    const timer = setInterval(look, lookMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [leftMs]);
  const stay = async () => {
    // Without a line the warning stays, and so does its button.
    const left = await stillHere().catch(() => null);
    if (left === null) return;
    endsAt.current = Date.now() + left;
    setMinutes(minutesToWarn(left, leftMs));
  };
  return (
    <div aria-live="polite">
      {minutes !== null && (
        <div className="notice tone-gold session-notice">
          <p className="notice-body">{minutes > 0 ? texts.soon.replace('#', String(minutes)) : texts.ended}</p>
          {minutes > 0 && (
            <button type="button" className="btn btn-outline" onClick={() => void stay()}>
              {texts.stay}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
