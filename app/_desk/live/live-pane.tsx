'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import { stepEvent } from './live-list';
import type { LiveStep } from './stream';
import { putBackInPane, type TypedWord, typedInPane } from './typed-words';

export interface PaneTexts {
  /** `#` stands for the names. */
  looking: string;
  conflict: string;
  show: string;
  kept: string;
}

interface Answer {
  names: string[];
  version: number;
  html: string;
}

/** Of this tab, as long as it is open. */
let tab: string | null = null;
const ownTab = (): string => {
  tab ??= `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 12)}`;
  return tab;
};

/** What was typed when somebody asked to see the order as it is now. */
let carried: { code: string; words: TypedWord[] } | null = null;

/**
 * Who else has the order of the pane open, and what somebody else did with it meanwhile. The forms stay as they are: what is
 * typed there is never taken away, and goes along when the order is shown as it is now.
 * @param seen the last event that the page shows · everyMs how often it is said that it is still open
 */
export function LivePane(props: {
  code: string;
  version: number;
  seen: number;
  everyMs: number;
  here: string;
  texts: PaneTexts;
}) {
  const { code, version, seen, everyMs, here, texts } = props;
  const router = useRouter();
  const [names, setNames] = useState<string[]>([]);
  const [since, setSince] = useState<string | null>(null);
  const [left, setLeft] = useState<TypedWord[]>([]);
  const asked = useRef(0);

  useEffect(() => {
    setSince(null);
    setLeft(carried?.code === code ? putBackInPane(carried.words) : []);
    carried = null;
    let over = false;
    const ask = async () => {
      if (document.hidden) return;
      asked.current += 1;
      const turn = asked.current;
      try {
        const sent = await fetch('/desk/looking', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ code, tab: ownTab(), seen }),
        });
        if (!sent.ok || over || turn !== asked.current) return;
        const told = (await sent.json()) as Answer;
        setNames(told.names);
        setSince(told.version === version ? null : told.html);
      } catch {
        // Without a line nobody is known; the list says that it is broken.
      }
    };
    const onStep = (event: Event) => {
      const step = (event as CustomEvent<LiveStep>).detail;
      if (step.code === code) void ask();
    };
    void ask();
    const timer = setInterval(ask, everyMs);
    window.addEventListener(stepEvent, onStep);
    document.addEventListener('visibilitychange', ask);
    return () => {
      over = true;
      clearInterval(timer);
      window.removeEventListener(stepEvent, onStep);
      document.removeEventListener('visibilitychange', ask);
    };
  }, [code, version, seen, everyMs]);

  const show = () => {
    carried = { code, words: typedInPane() };
    window.history.replaceState(null, '', here);
    router.refresh();
  };
  return (
    <div aria-live="polite" className="live-pane">
      {names.length > 0 && (
        <p className="live-looking">
          {texts.looking.replace('#', new Intl.ListFormat(document.documentElement.lang).format(names))}
        </p>
      )}
      {since !== null && (
        <div className="notice tone-cinnabar">
          <div className="notice-body stack-tight">
            <p className="strong">{texts.conflict}</p>
            {/* biome-ignore lint/security/noDangerouslySetInnerHtml: drawn by our own server from its own components */}
            <div dangerouslySetInnerHTML={{ __html: since }} />
            <button type="button" className="btn btn-outline" onClick={show}>
              {texts.show}
            </button>
          </div>
        </div>
      )}
      {left.length > 0 && (
        <div className="notice tone-gold">
          <div className="notice-body stack-tight">
            <p className="strong">{texts.kept}</p>
            {left.map(({ name, value }) => (
              <p key={name}>{value}</p>
            ))}
          </div>
        </div>
      )}
    </div>
  );
}
