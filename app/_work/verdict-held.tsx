import type { ReactNode, RefObject } from 'react';

export interface HoldTexts {
  /** What is being held, by the name of its form. */
  title: Record<string, string>;
  /** `#` stands for the seconds. */
  left: string;
  waiting: string;
  sending: string;
  failed: string;
  /** Read out once, when the time begins. */
  said: string;
  undo: string;
  send: string;
  again: string;
  wait: string;
  /** Where no script runs nothing goes on by itself. */
  plain: string;
  anew: string;
}

export interface HeldView {
  form: string;
  phase: 'counting' | 'waiting' | 'sending' | 'failed';
  left: number;
  /** It went out as an earlier page was left, and may have arrived: too late to take it back. */
  gone?: boolean;
}

/** A verdict that is held or on its way, in the place of the buttons that give one. */
export function HeldBar(props: {
  view: HeldView;
  undoButton: RefObject<HTMLButtonElement | null>;
  texts: HoldTexts;
  icons: { undo: ReactNode; send: ReactNode };
  anew: string;
  undo: () => void;
  send: () => void;
  wait: () => void;
}) {
  const { view, texts, icons } = props;
  return (
    <div className="hold">
      <p className="hold-words" role={view.phase === 'failed' ? 'alert' : undefined}>
        <b>{texts.title[view.form]}</b>{' '}
        <span>{view.phase === 'counting' ? texts.left.replace('#', String(view.left)) : texts[view.phase]}</span>
      </p>
      {view.gone && (
        <noscript>
          <p>
            {texts.plain} <a href={props.anew}>{texts.anew}</a>
          </p>
        </noscript>
      )}
      {view.phase === 'counting' && (
        <button type="button" className="btn btn-plain" onClick={props.wait}>
          {texts.wait}
        </button>
      )}
      <div className="actionbar-in actionbar-lean">
        {!view.gone && (
          <button
            ref={props.undoButton}
            type="button"
            className="btn btn-brown"
            disabled={view.phase === 'sending'}
            onClick={props.undo}
          >
            <span>
              {icons.undo}
              {texts.undo}
            </span>
          </button>
        )}
        <button type="button" className="btn btn-primary" disabled={view.phase === 'sending'} onClick={props.send}>
          <span>
            {icons.send}
            {view.phase === 'failed' ? texts.again : texts.send}
          </span>
        </button>
      </div>
    </div>
  );
}
