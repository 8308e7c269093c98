import type { Action } from '@/lib/orders/workflow';
import { limitOracle, workedBetween, workingDue } from '@/tests/unit/calendar/oracle';

/**
 * What 3.1 to 3.4 say of an order's due times, told a second time: it knows the order's limits as the taxonomy writes them and
 * what was done when, reads no row, and shares no code with the program. Epoch milliseconds.
 */
const day = 86_400_000;
const eightHours = 8 * 3_600_000;

export interface Limits {
  urgency: string;
  accept: string;
  /** As in the taxonomy: `3wd`, or `1wd first look; 10wd`. */
  finish: string;
}

/** What is due, null where nothing is; `due` is what the lists sort by. */
export interface DueTimes {
  promiseAcceptBy: number;
  promiseFinishBy: number;
  dispatchBy: number;
  acceptBy: number | null;
  milestoneBy: number | null;
  finishBy: number | null;
  verifyBy: number | null;
  needInfoUntil: number | null;
  ratingUntil: number | null;
  resumeAt: number | null;
  dueAt: number | null;
}

export interface Done {
  action: Action | 'auto_assign' | 'resume_by_clock';
  at: number;
  /** Working days granted. */
  days?: number;
  resumeOn?: string;
  /** Of `reassign` and `assign`: nothing that matters here; of `rate`: whether it begins anew. */
  again?: boolean;
}

const midnightAfter = (at: number, days: number): number =>
  Math.floor((at + eightHours) / day) * day - eightHours + (days + 1) * day;

/** The first worked minute at or after `at`: one worked minute ends one minute later. */
const nextWorked = (at: number): number => workingDue(at, 1) - 60_000;

export class DueOracle {
  readonly times: DueTimes;
  private readonly finishLimit: string;
  private readonly milestoneLimit: string | null;
  private stoodSince = 0;
  private milestoneMet = false;
  private reopened = 0;
  private beforeMerge: number | null = null;

  constructor(
    private readonly limits: Limits,
    submittedAt: number,
  ) {
    const [first = '', second] = limits.finish.split('; ');
    this.finishLimit = second ?? first;
    this.milestoneLimit = second === undefined ? null : first;
    const dispatchBy = this.dispatchLimit(submittedAt);
    this.times = {
      ...this.promised(submittedAt),
      dispatchBy,
      acceptBy: null,
      milestoneBy: null,
      finishBy: null,
      verifyBy: null,
      needInfoUntil: null,
      ratingUntil: null,
      resumeAt: null,
      dueAt: dispatchBy,
    };
  }

  private count = (limit: string, from: number): number => limitOracle(limit, this.limits.urgency, from);

  /** 3.1: 15 min U1, 30 min U2, 4 wh others. */
  private dispatchLimit(from: number): number {
    const { urgency } = this.limits;
    return this.count(urgency === 'U1' ? '15min' : urgency === 'U2' ? '30min' : '4wh', from);
  }

  /** 3.2: as if dispatched at the very end of the dispatch limit. */
  private promised(from: number) {
    const last = this.dispatchLimit(from);
    return {
      promiseAcceptBy: this.count(this.limits.accept, last),
      promiseFinishBy: this.count(this.finishLimit, last),
    };
  }

  /** 3.2: the first dispatch starts accept and finish, never later than promised; a later one accept alone. */
  private dispatch(at: number): void {
    const { times } = this;
    const accept = this.count(this.limits.accept, at);
    const first = times.finishBy === null;
    times.acceptBy = first && this.reopened === 0 ? Math.min(accept, times.promiseAcceptBy) : accept;
    times.dueAt = times.acceptBy;
    if (!first) return;
    if (this.reopened > 0) {
      times.finishBy = this.halfFinish(at);
      return;
    }
    times.finishBy = Math.min(this.count(this.finishLimit, at), times.promiseFinishBy);
    times.milestoneBy = this.milestoneLimit === null ? null : this.count(this.milestoneLimit, at);
  }

  /** 3.1.2: half of the finish limit on its own clock, at least 4 wh. */
  private halfFinish(at: number): number {
    const [, amount = '0', unit = 'wh'] = /^(\d+)(min|h|wh|wd)/.exec(this.finishLimit) ?? [];
    const half = (Number(amount) * (unit === 'wd' ? 480 : unit === 'min' ? 1 : 60)) / 2;
    if (half < 240) return workingDue(at, 240);
    return this.onTheWall(this.finishLimit) ? at + half * 60_000 : workingDue(at, half);
  }

  /** 3.2: `min` and `h` run on the wall in U1 and U2, everything else on working time. */
  private onTheWall(limit: string): boolean {
    return /^\d+(min|h)( |$)/.test(limit) && ['U1', 'U2'].includes(this.limits.urgency);
  }

  private later(due: number, limit: string, from: number, to: number): number {
    if (to <= from) return due;
    return this.onTheWall(limit) ? due + (to - from) : workingDue(due, workedBetween(from, to));
  }

  /** The finish stood still since `stoodSince`, and so did a milestone nobody has met. */
  private goOn(to: number, milestoneToo: boolean): void {
    const { times } = this;
    if (times.finishBy !== null) times.finishBy = this.later(times.finishBy, this.finishLimit, this.stoodSince, to);
    if (milestoneToo && times.milestoneBy !== null && this.milestoneLimit !== null && !this.milestoneMet) {
      times.milestoneBy = this.later(times.milestoneBy, this.milestoneLimit, this.stoodSince, to);
    }
  }

  private backToDesk(at: number): void {
    this.times.dispatchBy = this.dispatchLimit(at);
    this.times.dueAt = this.times.dispatchBy;
  }

  /** What was done, and only what was done: whatever has no case here moves nothing. */
  did({ action, at, days = 0, resumeOn = '', again = false }: Done): void {
    const { times } = this;
    switch (action) {
      case 'auto_assign':
      case 'assign':
      case 'offer':
      case 'reassign':
      case 'release':
        this.dispatch(at);
        return;
      case 'claim':
      case 'sign':
        times.dueAt = times.finishBy;
        return;
      case 'return':
      case 'recall':
        times.acceptBy = null;
        this.backToDesk(at);
        return;
      case 'ask_info':
        this.stoodSince = at;
        times.needInfoUntil = workingDue(at, 3 * 480);
        times.dueAt = times.needInfoUntil;
        return;
      case 'supplement':
        // Nobody had it yet: as if it were sent now. Somebody had: what ran for them goes on.
        if (times.finishBy === null && this.reopened === 0) Object.assign(times, this.promised(at));
        this.goOn(at, true);
        times.needInfoUntil = null;
        this.backToDesk(at);
        return;
      case 'grant_extension':
        times.finishBy = workingDue(times.finishBy ?? Number.NaN, days * 480);
        times.dueAt = times.finishBy;
        return;
      case 'suspend': {
        const opens = Date.parse(`${resumeOn}T08:30:00+08:00`);
        this.stoodSince = at;
        times.resumeAt = this.onTheWall(this.finishLimit) ? opens : nextWorked(opens);
        times.dueAt = times.resumeAt;
        return;
      }
      case 'resume':
      case 'resume_by_clock':
        // However late the clock, or somebody, comes: it stood still until the day that was said and no longer.
        this.goOn(Math.min(at, times.resumeAt ?? at), true);
        times.resumeAt = null;
        times.dueAt = times.finishBy;
        return;
      case 'submit_evidence':
        this.stoodSince = at;
        times.verifyBy = this.limits.urgency === 'U1' ? at + 4 * 3_600_000 : workingDue(at, 480);
        times.dueAt = times.verifyBy;
        return;
      case 'rework':
        this.goOn(at, false);
        times.verifyBy = null;
        times.dueAt = times.finishBy;
        return;
      case 'pass':
        times.ratingUntil = midnightAfter(at, 7);
        times.dueAt = times.ratingUntil;
        return;
      case 'rate':
        // Done and answered: nothing is due.
        times.dueAt = null;
        if (!again) return;
        this.reopened++;
        Object.assign(times, { acceptBy: null, finishBy: null, milestoneBy: null, verifyBy: null, ratingUntil: null });
        this.milestoneMet = false;
        this.backToDesk(at);
        return;
      case 'merge':
        this.beforeMerge = times.dueAt;
        times.dueAt = null;
        return;
      case 'unmerge':
        times.dueAt = this.beforeMerge;
        return;
      case 'arrive':
        this.milestoneMet = true;
    }
  }
}
