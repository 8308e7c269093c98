import { describe, expect, it } from 'vitest';
import { isPast, mainAction } from '@/app/_track/main-action';
import { openStatuses } from '@/lib/orders/status';

describe('the end of an order, as its requester sees it', () => {
  it('is reported anew once it was withdrawn, or is closed with nothing left to ask for', () => {
    expect(isPast({ status: 'withdrawn', abilities: [] }, false)).toBe(true);
    expect(isPast({ status: 'withdrawn', abilities: [] }, true)).toBe(true);
    expect(isPast({ status: 'closed', abilities: [] }, false)).toBe(true);
    expect(isPast({ status: 'closed' }, false)).toBe(true);
  });

  it('is not while it can be rated or reopened, also where the browser of staff hides that', () => {
    for (const action of ['rate', 'reopen']) {
      expect(mainAction([action])).toBe(action);
      expect(isPast({ status: 'closed', abilities: [action] }, false)).toBe(false);
    }
    expect(isPast({ status: 'closed', abilities: [] }, true)).toBe(false);
  });

  it('is not while somebody still has to act, nor where a refusal names other ways', () => {
    for (const status of [...openStatuses, 'declined', 'merged'] as const) {
      expect(isPast({ status, abilities: [] }, false), status).toBe(false);
    }
  });
});
