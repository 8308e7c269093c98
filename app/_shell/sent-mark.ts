const place = 'sent times';

/** Storage is off: within this document it is known all the same. */
let here = 0;

const stored = (): number => {
  try {
    return Number(sessionStorage.getItem(place)) || 0;
  } catch {
    return 0;
  }
};

/** How often something was sent in this tab. A page that was drawn at another count may show what is over. */
export const timesSent = (): number => Math.max(here, stored());

export function markSent(): void {
  here = timesSent() + 1;
  try {
    sessionStorage.setItem(place, String(here));
  } catch {
    // Known within this document.
  }
}

/** Whether a form changes something: a search asks, and what is found stays true. */
export const changesSomething = (form: Pick<HTMLFormElement, 'method' | 'getAttribute'>): boolean =>
  // A server action has no address, and what stands for it is script.
  form.method !== 'get' || (form.getAttribute('action') ?? '').startsWith('javascript:');
