'use client';

import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { forgetTyped } from '@/components/outbox/typed-fields';
import {
  dropFromBox,
  formOf,
  type HeldVerdict,
  heldInBox,
  keepInBox,
  never,
  sendVerdict,
  typedAt,
  type VerdictForm,
  verdictsPlace,
} from './verdict-box';
import { HeldBar, type HeldView, type HoldTexts } from './verdict-held';
import { wordsBeside } from './words-beside';

const heldSeconds = 10;

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

const isForm = (name: string | undefined): name is VerdictForm => name === 'pass' || name === 'rework';

/** 通过 in spite of a missing piece needs its reason; the form of both verdicts cannot say so itself. */
function hasWaiver(form: HTMLFormElement, least: number): boolean {
  const field = form.elements.namedItem('waiver');
  if (!(field instanceof HTMLTextAreaElement)) return true;
  Object.assign(field, { required: true, minLength: least });
  const isThere = field.reportValidity();
  field.required = false;
  field.removeAttribute('minlength');
  return isThere;
}

/** What was typed stands in the form again: the page may have been loaded anew since. */
function putBack(fields: HeldVerdict['fields']): void {
  const form = document.querySelector<HTMLButtonElement>('button[data-verdict]')?.form;
  for (const [name, value] of fields) {
    const found = form?.elements.namedItem(name);
    if (found instanceof HTMLTextAreaElement || found instanceof RadioNodeList) found.value = value;
  }
}

/**
 * Ten seconds to take a verdict back. What a button with `data-verdict` sends is held here in place of the buttons
 * `children`, then sent; leaving the page sends it at once, and following a link of the page sends it first. In another
 * tab's shade the seconds run on, and whoever chose to wait is waited for. Loaded again, or opened in another tab, the page
 * goes on with it in place of the buttons. With `counts` off (larger type) no time runs: it waits for a button. Without script the form sends at once, and so it does where the words of both verdicts were typed:
 * the server asks which was meant.
 */
export function VerdictHold(props: {
  by: string;
  code: string;
  version: number;
  /** The server was told that one is on its way. */
  held: VerdictForm | null;
  /** This page with the buttons all the same, should no script run. */
  anew: string;
  /** Characters of a reason. */
  least: number;
  counts: boolean;
  texts: HoldTexts;
  icons: { undo: ReactNode; send: ReactNode };
  /** A line above the buttons. */
  note?: ReactNode;
  children: ReactNode;
}) {
  const { by, code, version, counts, least, texts, icons } = props;
  const [view, setView] = useState<HeldView | null>(
    props.held && { form: props.held, phase: 'sending', left: 0, gone: true },
  );
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
        dropFromBox(verdict);
        forgetTyped(typedAt(code), by);
        window.location.assign(answer.passed && onward ? onward : answer.next);
        return;
      }
      held.current = verdict;
      setView((now) => now && { ...now, phase: 'failed' });
    },
    [by, code],
  );

  useEffect(() => {
    // Kept by this page before it was loaded again, or by another tab.
    const goOn = () => {
      const found = heldInBox(by, { code, version });
      held.current = found && { ...found, sent: false };
      if (!found) return setView(null);
      const left = Math.ceil((found.until - Date.now()) / 1000);
      const phase = found.until === never ? 'waiting' : 'counting';
      setView({ form: formOf(found), phase, left, gone: found.sent });
      if (found.sent || left <= 0) void send();
    };
    const onOtherTab = (event: StorageEvent) => {
      if (event.key !== verdictsPlace || held.current?.sent) return;
      if (!held.current || heldInBox(by, { code, version })) return goOn();
      // Sent or taken back there: which of the two, the server says.
      held.current = null;
      window.location.reload();
    };
    goOn();
    window.addEventListener('storage', onOtherTab);
    return () => window.removeEventListener('storage', onOtherTab);
  }, [by, code, version, send]);

  useEffect(() => {
    const hold = (event: SubmitEvent) => {
      const { target: form, submitter: button } = event;
      const verdict = button?.dataset.verdict;
      if (!(form instanceof HTMLFormElement) || !(button instanceof HTMLButtonElement) || !isForm(verdict)) return;
      const data = new FormData(form);
      if (!held.current && wordsBeside(verdict, data)?.keep === false) return;
      event.preventDefault();
      if (held.current || (verdict === 'pass' && !hasWaiver(form, least))) return;
      const fields = [...data].flatMap(([name, value]): [string, string][] =>
        typeof value === 'string' ? [[name, value]] : [],
      );
      const until = counts ? Date.now() + heldSeconds * 1000 : never;
      const key = String(data.get('clientId') ?? '');
      held.current = { key, by, code, at: Date.now(), action: button.formAction, fields, until, sent: false };
      pressed.current = button;
      keepInBox(held.current);
      setView({ form: verdict, phase: counts ? 'counting' : 'waiting', left: heldSeconds });
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
      forgetTyped(typedAt(code), by);
      void sendVerdict(held.current).then((answer) => answer && dropFromBox(verdict));
    };
    // Back from the browser's memory of pages: what is shown here is over.
    const show = (event: PageTransitionEvent) => event.persisted && held.current?.sent && window.location.reload();
    document.addEventListener('submit', hold);
    document.addEventListener('click', follow);
    window.addEventListener('pagehide', leave);
    window.addEventListener('pageshow', show);
    return () => {
      document.removeEventListener('submit', hold);
      document.removeEventListener('click', follow);
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('pageshow', show);
    };
  }, [by, code, counts, least, send]);

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
    if (held.current) {
      dropFromBox(held.current);
      putBack(held.current.fields);
    }
    held.current = null;
    setView(null);
  };
  const wait = () => {
    if (!held.current) return;
    held.current = { ...held.current, until: never };
    keepInBox(held.current);
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
        <HeldBar {...{ view, undoButton, texts, icons, undo, wait }} anew={props.anew} send={() => void send()} />
      )}
    </>
  );
}
