'use client';

import { useEffect, useState } from 'react';
import { forgetTyped } from '@/components/outbox/typed-fields';
import { dropFromBox, type Judged, overdueInBox, sendVerdict, typedAt } from './verdict-box';

export interface UnsentTexts {
  /** `#` stands for the order's number. */
  arrived: string;
  refused: string;
  unsent: string;
  look: string;
  again: string;
}

interface News {
  code: string;
  kind: 'arrived' | 'refused' | 'unsent';
  href: string;
}

/**
 * Verdicts that were on their way when a page was left: sent again under the same key, which the server counts once, and
 * told about. That of the order whose decision stands on this page (`here`) is the bar's, which shows it there.
 */
export function VerdictUnsent({ by, here, texts }: { by: string; here?: Judged; texts: UnsentTexts }) {
  const { code: on, version = 0 } = here ?? {};
  const [news, setNews] = useState<News[]>([]);
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a press of the button is another round
  useEffect(() => {
    let isOver = false;
    void (async () => {
      const found: News[] = [];
      for (const verdict of overdueInBox(by, Date.now(), on ? { code: on, version } : undefined)) {
        const { code, key } = verdict;
        const answer = await sendVerdict(verdict);
        if (answer) {
          dropFromBox(key);
          // Its key is used up: nothing typed under it is put back when the order comes here again.
          forgetTyped(typedAt(code), by);
        }
        if (isOver) return;
        const kind = !answer ? 'unsent' : answer.passed ? 'arrived' : 'refused';
        found.push({ code, kind, href: answer && !answer.passed ? answer.next : `/verify?of=${code}` });
      }
      setNews(found);
    })();
    return () => {
      isOver = true;
    };
  }, [by, on, version, round]);
  return (
    <div aria-live="polite" className={news.length > 0 ? 'card stack' : 'unsent'}>
      {news.map(({ code, kind, href }) => (
        <p key={code} className={kind === 'arrived' ? undefined : 'ink-cinnabar'}>
          {texts[kind].replace('#', code)}{' '}
          {kind === 'unsent' ? (
            <button type="button" className="btn btn-outline" onClick={() => setRound(round + 1)}>
              {texts.again}
            </button>
          ) : (
            <a href={href}>{texts.look}</a>
          )}
        </p>
      ))}
    </div>
  );
}
