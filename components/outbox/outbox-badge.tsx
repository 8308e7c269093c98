'use client';

import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { changed, dropPost, type KeptPost, keptPosts } from './kept-posts';
import { type Sent, sendPost } from './send-post';

export interface BadgeTexts {
  one: string;
  /** `{n}` stands for how many. */
  many: string;
  hint: string;
  sendNow: string;
  sent: string;
  open: string;
  signIn: string;
  mend: string;
  mendOpen: string;
  drop: string;
}

const againMs = 20_000;

/** What waits in this browser to be sent; sends it when there is a network. Not there while nothing waits. */
export function OutboxBadge({ owner, icon, texts }: { owner: string; icon: ReactNode; texts: BadgeTexts }) {
  const [posts, setPosts] = useState<KeptPost[]>([]);
  const [last, setLast] = useState<(Sent & { label: string }) | null>(null);
  const look = useCallback(() => void keptPosts(owner).then(setPosts, () => setPosts([])), [owner]);
  const send = useCallback(async () => {
    const waiting = await keptPosts(owner).catch((): KeptPost[] => []);
    for (const post of waiting.filter(({ mendAt }) => mendAt === null)) {
      const sent = await sendPost(post.id).catch((): Sent => ({ kind: 'later', url: '' }));
      if (sent.kind === 'busy') continue;
      setLast({ ...sent, label: post.label });
      // A PIN is shown once, on the receipt: the next one waits until that was seen.
      if (sent.kind === 'later' || (sent.kind === 'done' && isUnnamed(post))) break;
    }
    look();
  }, [owner, look]);

  useEffect(() => {
    const onSight = () => void (document.visibilityState === 'visible' && send());
    const onLine = () => void send();
    const timer = setInterval(onSight, againMs);
    window.addEventListener('online', onLine);
    window.addEventListener(changed, look);
    document.addEventListener('visibilitychange', onSight);
    void send();
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', onLine);
      window.removeEventListener(changed, look);
      document.removeEventListener('visibilitychange', onSight);
    };
  }, [send, look]);

  const waiting = posts.filter(({ mendAt }) => mendAt === null);
  const toMend = posts.filter(({ mendAt }) => mendAt !== null);
  const isSent = last?.kind === 'done' && waiting.length === 0;
  if (posts.length === 0 && !isSent) return null;
  return (
    <section className="outbox notice tone-gold" aria-live="polite">
      {icon}
      <div className="notice-body stack-tight">
        {isSent && (
          <p>
            {texts.sent} <a href={last.url}>{texts.open}</a>
          </p>
        )}
        {waiting.length > 0 && (
          <>
            <p className="strong">
              {waiting.length === 1 ? texts.one : texts.many.replace('{n}', String(waiting.length))}
            </p>
            <p>{waiting.map(({ label }) => label).join(' · ')}</p>
            {last?.kind === 'sign_in' ? <a href={last.url}>{texts.signIn}</a> : <p>{texts.hint}</p>}
            <button type="button" className="btn btn-outline" onClick={() => void send()}>
              {texts.sendNow}
            </button>
          </>
        )}
        {toMend.map((post) => (
          <div key={post.id} className="stack-tight">
            <p className="strong">{texts.mend}</p>
            <p>{post.label}</p>
            {said(post) && <p className="quiet">{said(post)}</p>}
            <p className="chips">
              <a
                className="btn btn-outline"
                href={post.mendAt ?? undefined}
                onClick={(event) => {
                  if (!post.alone) return;
                  event.preventDefault();
                  void reopen(post.id);
                }}
              >
                {texts.mendOpen}
              </a>
              <button type="button" className="btn btn-danger" onClick={() => void dropPost(post.id)}>
                {texts.drop}
              </button>
            </p>
          </div>
        ))}
      </div>
    </section>
  );
}

const isUnnamed = ({ fields }: KeptPost) => fields.some(([name, value]) => name === 'naming' && value === 'anonymous');

/** Hands a report over once more, so that the form shows this one and not whichever came after it. */
async function reopen(id: string): Promise<void> {
  const { kind, url } = await sendPost(id);
  if (kind === 'mend') await dropPost(id);
  if (kind === 'mend' || kind === 'done') window.location.assign(url);
}

/** The words of a form, to be read and copied where its page is no longer open. */
function said({ fields }: KeptPost): string {
  const found = fields.find(([name, value]) => name === 'words' && typeof value === 'string');
  return typeof found?.[1] === 'string' ? found[1] : '';
}
