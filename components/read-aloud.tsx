'use client';

import { type ReactNode, useEffect, useState } from 'react';

interface Props {
  /** What is read, in the order of the page. */
  text: string;
  /** Of the text; a voice that speaks this language must be there. */
  lang: string;
  icon: ReactNode;
  label: string;
  stop: string;
  /** Stands there until the browser is known to speak, and for good where it does not. */
  instead?: ReactNode;
}

/** 读给我听: the browser reads aloud. The button is there only where it has a voice for the language. */
export function ReadAloud({ text, lang, icon, label, stop, instead }: Props) {
  const [state, setState] = useState<'mute' | 'ready' | 'speaking'>('mute');
  useEffect(() => {
    if (!('speechSynthesis' in window)) return;
    const language = lang.slice(0, 2).toLowerCase();
    const look = () => {
      const voices = speechSynthesis.getVoices();
      if (voices.some((voice) => voice.lang.toLowerCase().startsWith(language))) setState('ready');
    };
    look();
    // Phones load their voices a moment later, and say so.
    speechSynthesis.addEventListener?.('voiceschanged', look, { once: true });
    return () => {
      speechSynthesis.removeEventListener?.('voiceschanged', look);
      speechSynthesis.cancel();
    };
  }, [lang]);
  if (state === 'mute') return instead ?? null;
  const press = () => {
    speechSynthesis.cancel();
    if (state === 'speaking') return setState('ready');
    const words = new SpeechSynthesisUtterance(text);
    words.lang = lang;
    words.rate = 0.85;
    words.onend = () => setState('ready');
    words.onerror = () => setState('ready');
    speechSynthesis.speak(words);
    setState('speaking');
  };
  return (
    <button type="button" className="btn btn-outline btn-lg btn-wide" onClick={press}>
      {icon}
      {state === 'speaking' ? stop : label}
    </button>
  );
}
