'use client';

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { forgetTyped } from '@/components/outbox/typed-fields';
import { dropFromBox, type HeldVerdict, keepInBox, sendVerdict } from './verdict-box';

const heldSeconds = 10;

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
}

type Phase = 'counting' | 'waiting' | 'sending' | 'failed';
interface View {
  form: string;
  phase: Phase;
  left: number;
}

/** A link of this site that the press would open in this very page; null for anything else. */
function linkFollowed(event: MouseEvent): HTMLAnchorElement | null {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const isPlain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  if (!link || !isPlain || (link.target && link.target !== '_self')) return null;
  return link.origin === window.location.origin && link.pathname !== window.location.pathname ? link : null;
}

/** A page of this side says what was decided just before, as the next order does. */
function goingOn(link: HTMLAnchorElement, code: string): string {
  const url = new URL(link.href);
  if (url.pathname.startsWith('/verify')) url.searchParams.set('of', code);
  return url.href;
}

/** It was sent: from here on the server, or the box, has what was typed. */
function forgetVerdicts(by: string): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-verdict]')) forgetTyped(form, by);
}

/**
 * Ten seconds to take a verdict back. A form with `data-verdict` is held here in place of the buttons `children`, then
 * sent; leaving the page sends it at once, and following a link of the page sends it first. With `counts` off (larger type) no time runs: it waits for a button. Without
 * script the forms send at once.
 */
export function VerdictHold(props: {
  by: string;
  code: string;
  counts: boolean;
  texts: HoldTexts;
  icons: { undo: ReactNode; send: ReactNode };
  /** A line above the buttons. */
  note?: ReactNode;
  children: ReactNode;
}) {
  const { by, code, counts, texts, icons } = props;
  const [view, setView] = useState<View | null>(null);
  const held = useRef<HeldVerdict | null>(null);
  const pressed = useRef<HTMLElement | null>(null);
  const undoButton = useRef<HTMLButtonElement>(null);

  const send = useCallback(
    async (onward?: string) => {
      const verdict = held.current;
      if (!verdict || verdict.sent) return;
      const sent = { ...verdict, sent: true };
      held.current = sent;
      keepInBox(sent);
      setView((now) => now && { ...now, phase: 'sending' });
      const answer = await sendVerdict(sent);
      if (answer) {
        dropFromBox(verdict.key);
        forgetVerdicts(by);
        window.location.assign(answer.passed && onward ? onward : answer.next);
        return;
      }
      held.current = verdict;
      setView((now) => now && { ...now, phase: 'failed' });
    },
    [by],
  );

  useEffect(() => {
    const hold = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset.verdict === undefined) return;
      event.preventDefault();
      if (held.current) return;
      const fields = [...new FormData(form)].flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : [],
      );
      const key = fields.find(([name]) => name === 'clientId')?.[1] ?? '';
      const until = Date.now() + heldSeconds * 1000;
      held.current = { key, by, code, action: form.action, fields, until, sent: false };
      pressed.current = event.submitter;
      if (counts) keepInBox(held.current);
      setView({ form: form.dataset.verdict, phase: counts ? 'counting' : 'waiting', left: heldSeconds });
    };
    const follow = (event: MouseEvent) => {
      const link = linkFollowed(event);
      if (!link || !held.current || held.current.sent) return;
      event.preventDefault();
      void send(goingOn(link, code));
    };
    // Nothing tells this page whether it arrived; the next page of this side asks.
    const leave = () => {
      const verdict = held.current;
      if (!verdict || verdict.sent) return;
      held.current = { ...verdict, sent: true };
      keepInBox(held.current);
      forgetVerdicts(by);
      void sendVerdict(held.current).then((answer) => answer && dropFromBox(verdict.key));
    };
    // A phone may end a page that went out of sight without another word.
    const hide = () => document.visibilityState === 'hidden' && void send();
    // Back from the browser's memory of pages: what is shown here is over.
    const show = (event: PageTransitionEvent) => event.persisted && held.current?.sent && window.location.reload();
    document.addEventListener('submit', hold);
    document.addEventListener('click', follow);
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', show);
    return () => {
      document.removeEventListener('submit', hold);
      document.removeEventListener('click', follow);
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', show);
    };
  }, [by, code, counts, send]);

  const phase = view?.phase;
  useEffect(() => {
    if (phase !== 'counting') return;
    const timer = window.setInterval(() => {
      const left = Math.ceil(((held.current?.until ?? 0) - Date.now()) / 1000);
      if (left <= 0) void send();
      else setView((now) => now && { ...now, left });
    }, 200);
    return () => window.clearInterval(timer);
  }, [phase, send]);

  const isHeld = view !== null;
  useEffect(() => {
    const target = isHeld ? undoButton.current : pressed.current;
    target?.focus({ preventScroll: true });
    target?.scrollIntoView({ block: 'nearest' });
  }, [isHeld]);

  const undo = () => {
    if (held.current) dropFromBox(held.current.key);
    held.current = null;
    setView(null);
  };
  const wait = () => {
    if (held.current) dropFromBox(held.current.key);
    setView((now) => now && { ...now, phase: 'waiting' });
  };
  return (
    <>
      {!isHeld && props.note}
      <div className="actionbar-in actionbar-lean" hidden={isHeld}>
        {props.children}
      </div>
      <output aria-live="polite" className="away">
        {phase === 'counting' ? `${texts.title[view?.form ?? '']}。${texts.said}` : ''}
      </output>
      {view && (
        <div className="hold">
          <p className="hold-words" role={view.phase === 'failed' ? 'alert' : undefined}>
            <b>{texts.title[view.form]}</b>{' '}
            <span>{view.phase === 'counting' ? texts.left.replace('#', String(view.left)) : texts[view.phase]}</span>
          </p>
          {view.phase === 'counting' && (
            <button type="button" className="btn btn-plain" onClick={wait}>
              {texts.wait}
            </button>
          )}
          <div className="actionbar-in actionbar-lean">
            <button
              ref={undoButton}
              type="button"
              className="btn btn-brown"
              disabled={view.phase === 'sending'}
              onClick={undo}
            >
              <span>
                {icons.undo}
                {texts.undo}
              </span>
            </button>
            <button
              type="button"
              className="btn btn-primary"
              disabled={view.phase === 'sending'}
              onClick={() => void send()}
            >
              <span>
                {icons.send}
                {view.phase === 'failed' ? texts.again : texts.send}
              </span>
            </button>
          </div>
        </div>
      )}
    </>
  );
}
