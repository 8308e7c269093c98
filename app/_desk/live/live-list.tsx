'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState } from 'react';
import { type LiveStep, listen } from './stream';
import { isBusy } from './typed-words';

export interface LiveTexts {
  /** `#` stands for the number. */
  news: string;
  many: string;
  show: string;
  lost: string;
  changed: string;
}

/** Which steps of orders that are not on the page concern this list. */
export interface LiveScope {
  status?: string;
  cell?: string;
}

const refreshMs = 20_000;
/** Read out at most this often (ux: once a minute); in sight it stands at once. */
const sayMs = 60_000;
export const stepEvent = 'desk:step';

/**
 * New and changed orders wait behind a bar: nothing in the list moves until somebody presses it. A row that changed is
 * marked where it stands. Without a line it says so and loads anew by itself, unless somebody is in the middle of something.
 * @param after an id made before the page was read · here the address with the order in the pane, which stays there
 */
export function LiveList(props: { after: string; here: string; scope: LiveScope; texts: LiveTexts }) {
  const { after, here, texts } = props;
  const { status, cell } = props.scope;
  const router = useRouter();
  const [codes, setCodes] = useState<ReadonlySet<string>>(new Set());
  const [many, setMany] = useState(false);
  const [connected, setConnected] = useState(true);
  const [said, setSaid] = useState('');
  const saidAt = useRef(0);

  const show = useCallback(() => {
    window.history.replaceState(null, '', here);
    router.refresh();
  }, [here, router]);

  useEffect(() => {
    setCodes(new Set());
    setMany(false);
    for (const row of document.querySelectorAll('.row[data-news]')) row.removeAttribute('data-news');
    const onStep = (step: LiveStep) => {
      window.dispatchEvent(new CustomEvent(stepEvent, { detail: step }));
      if (step.own) return;
      const row = document.getElementById(`row-${step.code}`);
      row?.setAttribute(
        'data-news',
        texts.changed.replace('#', step.by?.[document.documentElement.lang === 'en' ? 'en' : 'zh'] ?? ''),
      );
      const concerns = (!status || step.status === status) && (!cell || step.cell === cell);
      if (row || concerns) setCodes((before) => new Set(before).add(step.code));
    };
    return listen(after, { onStep, onReset: () => setMany(true), onLine: setConnected });
  }, [after, status, cell, texts.changed]);

  useEffect(() => {
    if (connected) return;
    const timer = setInterval(() => !isBusy() && show(), refreshMs);
    return () => clearInterval(timer);
  }, [connected, show]);

  const news = many ? texts.many : codes.size > 0 ? texts.news.replace('#', String(codes.size)) : '';
  useEffect(() => {
    if (!news) return;
    const wait = Math.max(0, saidAt.current + sayMs - Date.now());
    const timer = setTimeout(() => {
      saidAt.current = Date.now();
      setSaid(news);
    }, wait);
    return () => clearTimeout(timer);
  }, [news]);

  return (
    <>
      {!connected && <p className="live-bar live-lost">{texts.lost}</p>}
      {news && (
        <p className="live-bar">
          <button type="button" data-key="r" onClick={show}>
            {news} · {texts.show} <kbd>R</kbd>
          </button>
        </p>
      )}
      <output className="away">{said}</output>
    </>
  );
}
