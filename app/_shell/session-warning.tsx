'use client';

import './session-notice.css';
import { usePathname, useSearchParams } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import {
  endsFrom,
  isEnds,
  nearEnd,
  type SessionEnds,
  type SessionLeft,
  type SessionNear,
  stillHere,
} from './session-left';

export interface SessionTexts {
  /** `#` stands for the minutes: until it ends for want of use, and until its last end. */
  idle: string;
  last: string;
  stay: string;
  ended: string;
}

const lookMs = 10_000;
/** Use is written down once a minute: times that are younger are as good as new. */
const freshMs = 60_000;
const othersName = 'session';

/**
 * Says before a session ends that it will, with a button that goes on where that helps, and after it that what was typed is
 * kept (2.2.1). `left`: as the page was made. A step inside the document asks anew, and what one tab learns the others do.
 */
export function SessionWarning({ left, texts }: { left: SessionLeft; texts: SessionTexts }) {
  const path = usePathname();
  const query = useSearchParams().toString();
  const ends = useRef<SessionEnds | null>(null);
  const knownAt = useRef(0);
  const others = useRef<BroadcastChannel | null>(null);
  const [near, setNear] = useState<SessionNear | null>(null);
  const { leftMs, lastMs } = left;

  const look = useCallback(() => {
    setNear(ends.current && nearEnd(ends.current, Date.now(), leftMs));
  }, [leftMs]);
  const learn = useCallback(
    (known: SessionEnds) => {
      ends.current = known;
      knownAt.current = Date.now();
      look();
    },
    [look],
  );
  const tell = useCallback(
    (known: SessionEnds) => {
      learn(known);
      others.current?.postMessage(known);
    },
    [learn],
  );
  // Without a line the warning stays, and so does its button.
  const ask = useCallback(async () => {
    const known = await stillHere();
    if (known) tell(known);
  }, [tell]);

  useEffect(() => {
    others.current = 'BroadcastChannel' in window ? new BroadcastChannel(othersName) : null;
    const onOther = ({ data }: MessageEvent<unknown>) => isEnds(data) && learn(data);
    others.current?.addEventListener('message', onOther);
    tell(endsFrom({ leftMs, lastMs }, Date.now()));
    return () => others.current?.close();
  }, [leftMs, lastMs, learn, tell]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page in this document, around which this one stays
  useEffect(() => {
    if (knownAt.current > 0 && Date.now() - knownAt.current > freshMs) void ask();
  }, [path, query, ask]);
  useEffect(() => {
    const timer = setInterval(look, lookMs);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [look]);
  const minutes = near?.minutes ?? 0;
  return (
    <div aria-live="polite">
      {near && (
        <div className="notice tone-gold session-notice">
          <p className="notice-body">{minutes > 0 ? texts[near.end].replace('#', String(minutes)) : texts.ended}</p>
          {minutes > 0 && near.end === 'idle' && (
            <button type="button" className="btn btn-outline" onClick={() => void ask()}>
              {texts.stay}
            </button>
          )}
        </div>
      )}
    </div>
  );
}
