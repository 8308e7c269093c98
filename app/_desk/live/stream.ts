/** A step of an order as `GET /stream` says it to who sees the order. */
export interface LiveStep {
  code: string;
  status: string;
  cell: string;
  version: number;
  own: boolean;
  by: { zh: string; en: string } | null;
}

export interface StreamEars {
  onStep: (step: LiveStep) => void;
  /** It was too much to tell: whoever missed it loads anew. */
  onReset: () => void;
  onLine: (connected: boolean) => void;
}

/** How long a broken line may take to come back before anybody is told. */
const patienceMs = 5_000;
const againMs = 20_000;

/**
 * Listens while the page is in sight, from `after` on and then from the last id that came; a hidden tab keeps no line open,
 * since a browser has few. @returns what ends it
 */
export function listen(after: string, { onStep, onReset, onLine }: StreamEars): () => void {
  let source: EventSource | null = null;
  let last = after;
  let told: ReturnType<typeof setTimeout> | undefined;
  let again: ReturnType<typeof setTimeout> | undefined;
  const close = () => {
    clearTimeout(told);
    clearTimeout(again);
    told = undefined;
    source?.close();
    source = null;
  };
  const open = () => {
    if (source || document.hidden) return;
    source = new EventSource(`/api/v1/stream?after=${encodeURIComponent(last)}`);
    source.onopen = () => {
      clearTimeout(told);
      told = undefined;
      onLine(true);
    };
    source.onerror = () => {
      told ??= setTimeout(() => onLine(false), patienceMs);
      // Refused, and not only broken: the browser does not try again by itself.
      if (source?.readyState === EventSource.CLOSED) {
        source = null;
        again = setTimeout(open, againMs);
      }
    };
    source.addEventListener('order', (event: MessageEvent<string>) => {
      last = event.lastEventId || last;
      onStep(JSON.parse(event.data) as LiveStep);
    });
    source.addEventListener('reset', onReset);
    // The session is over: the page says so by itself.
    source.addEventListener('end', close);
  };
  const onSight = () => (document.hidden ? close() : open());
  document.addEventListener('visibilitychange', onSight);
  window.addEventListener('pagehide', close);
  open();
  return () => {
    document.removeEventListener('visibilitychange', onSight);
    window.removeEventListener('pagehide', close);
    close();
  };
}
