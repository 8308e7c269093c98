'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * Asks the phone once where it is, when pressed, puts `lat` and `lng` into its form and sends it. Not there without
 * script, or where the browser gives no position: the form beside it then has its other ways.
 */
export function PositionButton(props: {
  /** Drawn by the server: an icon set of its own would be shipped for one sign. */
  icon: ReactNode;
  label: string;
  waiting: string;
  failed: string;
  kind?: 'primary' | 'outline';
  /** Digits after the point: five are a metre, four ten metres. */
  digits?: number;
}) {
  const [state, setState] = useState<'hidden' | 'ready' | 'waiting' | 'failed'>('hidden');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (window.isSecureContext && 'geolocation' in navigator) setState('ready');
  }, []);
  if (state === 'hidden') return null;

  const fill = (form: HTMLFormElement, name: string, value: number) => {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value.toFixed(props.digits ?? 5);
  };
  const ask = () => {
    const form = button.current?.form;
    if (!form) return;
    setState('waiting');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        fill(form, 'lat', coords.latitude);
        fill(form, 'lng', coords.longitude);
        form.requestSubmit();
        // Without a network the page stays, and the form may be sent once more.
        setState('ready');
      },
      () => setState('failed'),
      { enableHighAccuracy: true, timeout: 15_000, maximumAge: 30_000 },
    );
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={`btn btn-${props.kind ?? 'primary'}`}
        disabled={state === 'waiting'}
        onClick={ask}
      >
        <span>
          {props.icon}
          {state === 'waiting' ? props.waiting : props.label}
        </span>
      </button>
      <output aria-live="polite" className="ink-cinnabar">
        {state === 'failed' ? props.failed : ''}
      </output>
    </>
  );
}
