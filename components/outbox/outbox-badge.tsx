'use client';

import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { changed, dropPost, type KeptPost, keptPosts } from './kept-posts';
import { type Sent, sendPost } from './send-post';
import { workOffline } from './work-offline';

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
  /** There is no network now: what can be done all the same. */
  offline?: string;
}

const againMs = 20_000;

/** What waits in this browser to be sent; sends it when there is a network. Not there while nothing waits. */
export function OutboxBadge(props: { owner: string; icon: ReactNode; texts: BadgeTexts; keep?: readonly string[] }) {
  const { owner, icon, texts } = props;
  const keep = props.keep?.join(' ');
  const [isOff, setIsOff] = useState(false);
  const [posts, setPosts] = useState<KeptPost[]>([]);
  const [last, setLast] = useState<(Sent & { label: string }) | null>(null);
  const look = useCallback(() => void keptPosts(owner).then(setPosts, () => setPosts([])), [owner]);
  const send = useCallback(async () => {
    const waiting = await keptPosts(owner).catch((): KeptPost[] => []);
    for (const post of waiting.filter(({ mendAt }) => mendAt === null)) {
      const sent = await sendPost(post.id, true).catch((): Sent => ({ kind: 'later', url: '' }));
      if (sent.kind === 'busy') continue;
      setLast({ ...sent, label: post.label });
      // A PIN is shown once, on the receipt: the next one waits until that was seen.
      if (['later', 'sign_in'].includes(sent.kind) || (sent.kind === 'done' && isUnnamed(post))) break;
    }
    look();
  }, [owner, look]);

  useEffect(() => {
    const onSight = () => void (document.visibilityState === 'visible' && send());
    const onLine = () => {
      setIsOff(!navigator.onLine);
      void send();
    };
    window.addEventListener('online', onLine);
    window.addEventListener('offline', onLine);
    window.addEventListener(changed, look);
    document.addEventListener('visibilitychange', onSight);
    onLine();
    return () => {
      window.removeEventListener('online', onLine);
      window.removeEventListener('offline', onLine);
      window.removeEventListener(changed, look);
      document.removeEventListener('visibilitychange', onSight);
    };
  }, [send, look]);
  const isOut = last?.kind === 'sign_in';
  useEffect(() => {
    if (isOut) return;
    const timer = setInterval(() => document.visibilityState === 'visible' && void send(), againMs);
    return () => clearInterval(timer);
  }, [send, isOut]);
  useEffect(() => void workOffline(owner, keep?.split(' ').filter(Boolean)), [owner, keep]);

  const waiting = posts.filter(({ mendAt }) => mendAt === null);
  const toMend = posts.filter(({ mendAt }) => mendAt !== null);
  const isSent = last?.kind === 'done' && waiting.length === 0;
  const offline = isOff ? texts.offline : undefined;
  if (posts.length === 0 && !isSent && !offline) return null;
  return (
    <section className="outbox notice tone-gold" aria-live="polite">
      {icon}
      <div className="notice-body stack-tight">
        {offline && <p>{offline}</p>}
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
            <ul>
              {waiting.map(({ id, label }) => (
                <li key={id}>{label}</li>
              ))}
            </ul>
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
            {last?.kind === 'later' && <p>{texts.hint}</p>}
            <p className="chips">
              <a
                className="btn btn-outline"
                href={post.mendAt ?? undefined}
                onClick={(event) => {
                  event.preventDefault();
                  void reopen(post).then((again) => setLast({ ...again, label: post.label }));
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

/**
 * Hands it over once more with its person looking on, so that the form shows this one and not whichever came after it. A
 * report is in its form then; the page of a task may not open any more, and its words are kept here until they are dropped.
 */
async function reopen({ id, alone }: KeptPost): Promise<Sent> {
  const sent = await sendPost(id);
  if (sent.kind === 'mend' && alone) await dropPost(id);
  if (sent.kind !== 'later' && sent.kind !== 'busy') window.location.assign(sent.url);
  return sent;
}

/** The words of a form, to be read and copied where its page is no longer open. */
function said({ fields }: KeptPost): string {
  const found = fields.find(
    ([name, value]) => ['words', 'reason'].includes(name) && typeof value === 'string' && value,
  );
  return typeof found?.[1] === 'string' ? found[1] : '';
}
