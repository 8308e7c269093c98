'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';
import { classNames } from '@/components/class-names';

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
  const [state, setState] = useState<'early' | 'absent' | 'ready' | 'waiting' | 'failed'>('early');
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    setState(window.isSecureContext && 'geolocation' in navigator ? 'ready' : 'absent');
  }, []);
  if (state === 'absent') return null;

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
        // Its room is kept from the first picture on, or all that stands below would jump when the script is there.
        className={classNames(`btn btn-${props.kind ?? 'primary'}`, state === 'early' && 'until-script')}
        disabled={state === 'early' || state === 'waiting'}
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
