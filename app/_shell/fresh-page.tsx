'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { forgetArrived, pressAnew } from '@/components/outbox/typed-sent';
import { changesSomething, markSent, timesSent } from './sent-mark';

/**
 * Going back after something was sent shows the page as it is now. A server action goes on inside the document, and back
 * from there, or out of the browser's memory of pages, stands the page as it was: with buttons that do nothing any more.
 * Where nothing was sent since the page came, it stays; and so does what is being typed.
 */
export function FreshPage() {
  const path = usePathname();
  const query = useSearchParams().toString();
  const shown = useRef({ path, address: '' });
  const isTyped = useRef(false);
  useEffect(() => {
    shown.current = { path, address: `${path}?${query}` };
    isTyped.current = false;
    // Of a page that is left by the answer to an action: the address says that it arrived.
    return () => forgetArrived(window.location.href);
  }, [path, query]);
  useEffect(() => {
    const before = timesSent();
    const onInput = () => {
      isTyped.current = true;
    };
    const onSubmit = ({ target }: SubmitEvent) => {
      if (!(target instanceof HTMLFormElement) || !changesSomething(target)) return;
      pressAnew();
      isTyped.current = false;
      markSent();
    };
    const reloadIfOver = () => timesSent() !== before && window.location.reload();
    // A step inside the page (`#arrive`) changes neither path nor query.
    const onBack = () => {
      const { pathname, search } = window.location;
      if (`${pathname}?${new URLSearchParams(search)}` === shown.current.address) return;
      // The same page otherwise filled: what is typed beside it still stands there.
      if (pathname !== shown.current.path || !isTyped.current) reloadIfOver();
    };
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted && !isTyped.current) reloadIfOver();
    };
    document.addEventListener('input', onInput);
    document.addEventListener('submit', onSubmit, true);
    window.addEventListener('popstate', onBack);
    window.addEventListener('pageshow', onShow);
    return () => {
      document.removeEventListener('input', onInput);
      document.removeEventListener('submit', onSubmit, true);
      window.removeEventListener('popstate', onBack);
      window.removeEventListener('pageshow', onShow);
    };
  }, []);
  return null;
}
