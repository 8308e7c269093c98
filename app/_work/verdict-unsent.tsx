'use client';

import { useEffect, useState } from 'react';
import { forgetTyped } from '@/components/outbox/typed-fields';
import {
  dropFromBox,
  dropOld,
  formOf,
  type HeldVerdict,
  isOver,
  type Judged,
  keepInBox,
  overdueInBox,
  sendVerdict,
  typedAt,
  type VerdictForm,
  waitingInBox,
} from './verdict-box';

export interface UnsentTexts {
  /** `#` stands for the order's number. */
  arrived: string;
  refused: string;
  unsent: string;
  /** Waits for a button, by what was pressed. */
  waiting: Record<VerdictForm, string>;
  /** The order went on without it. */
  over: string;
  look: string;
  again: string;
  send: string;
  drop: string;
}

interface News {
  verdict: HeldVerdict;
  kind: 'arrived' | 'refused' | 'unsent' | 'waiting' | 'over';
  href: string;
}

/** One that was on its way, sent again under the same key, which the server counts once. */
async function sentAgain(verdict: HeldVerdict): Promise<News> {
  const { code, by } = verdict;
  const answer = await sendVerdict(verdict);
  if (!answer) return { verdict, kind: 'unsent', href: '' };
  dropFromBox(verdict);
  // Its key is used up: nothing typed under it is put back when the order comes here again.
  forgetTyped(typedAt(code), by);
  return answer.passed
    ? { verdict, kind: 'arrived', href: `/verify?of=${code}` }
    : { verdict, kind: 'refused', href: answer.next };
}

/** One that waits for a button, unless its order was handed in anew or decided by somebody else meanwhile. */
async function stillWaiting(verdict: HeldVerdict): Promise<News> {
  if (!(await isOver(verdict))) return { verdict, kind: 'waiting', href: '' };
  dropFromBox(verdict);
  return { verdict, kind: 'over', href: `/verify/o/${verdict.code}` };
}

/**
 * Verdicts of this browser that are not known to have arrived, told about: those that were on their way when a page was
 * left are sent, those that wait for a button get theirs. That of the order whose decision stands on this page (`here`) is
 * the bar's, which shows it there.
 */
export function VerdictUnsent({ by, here, texts }: { by: string; here?: Judged; texts: UnsentTexts }) {
  const { code: on, version = 0 } = here ?? {};
  const [news, setNews] = useState<News[]>([]);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a press of the button is another round
  useEffect(() => {
    let isOut = false;
    void (async () => {
      const found: News[] = [];
      const judged = on ? { code: on, version } : undefined;
      dropOld(Date.now());
      const waiting = waitingInBox(by, judged);
      for (const verdict of overdueInBox(by, Date.now(), judged)) {
        found.push(await sentAgain(verdict));
        if (isOut) return;
      }
      for (const verdict of waiting) found.push(await stillWaiting(verdict));
      if (!isOut) setNews(found);
    })();
    return () => {
      isOut = true;
    };
  }, [by, on, version, round]);
  const again = () => setRound(round + 1);
  const send = (verdict: HeldVerdict) => {
    keepInBox({ ...verdict, sent: true });
    again();
  };
  const drop = (verdict: HeldVerdict) => {
    dropFromBox(verdict);
    setNews(news.filter((one) => one.verdict !== verdict));
  };
  return (
    <div aria-live="polite" className={news.length > 0 ? 'card stack' : 'unsent'}>
      {news.map(({ verdict, kind, href }) => (
        <div key={verdict.key}>
          <p className={kind === 'arrived' ? undefined : 'ink-cinnabar'}>
            {(kind === 'waiting' ? texts.waiting[formOf(verdict)] : texts[kind]).replace('#', verdict.code)}{' '}
            {href && <a href={href}>{texts.look}</a>}
          </p>
          {kind === 'unsent' && (
            <button type="button" className="btn btn-outline" onClick={again}>
              {texts.again}
            </button>
          )}
          {kind === 'waiting' && (
            <div className="btn-row">
              <button type="button" className="btn btn-outline" onClick={() => send(verdict)}>
                {texts.send}
              </button>
              <button type="button" className="btn btn-plain" onClick={() => drop(verdict)}>
                {texts.drop}
              </button>
            </div>
          )}
        </div>
      ))}
    </div>
  );
}
