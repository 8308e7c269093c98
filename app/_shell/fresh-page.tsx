'use client';

import { usePathname, useSearchParams } from 'next/navigation';
import { useEffect, useRef } from 'react';

/**
 * Going back after something was sent shows the page as it is now. A server action goes on inside the document, and back
 * from there, or out of the browser's memory of pages, stands the page as it was: with buttons that do nothing any more.
 * What is being typed is left alone.
 */
export function FreshPage() {
  const path = usePathname();
  const query = useSearchParams().toString();
  const shown = useRef('');
  useEffect(() => {
    shown.current = `${path}?${query}`;
  }, [path, query]);
  useEffect(() => {
    let isTyped = false;
    const onInput = () => {
      isTyped = true;
    };
    const onSubmit = () => {
      isTyped = false;
    };
    // A step inside the page (`#arrive`) changes neither path nor query.
    const onBack = () => {
      const { pathname, search } = window.location;
      if (`${pathname}?${new URLSearchParams(search)}` !== shown.current) window.location.reload();
    };
    const onShow = ({ persisted }: PageTransitionEvent) => {
      if (persisted && !isTyped) window.location.reload();
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
