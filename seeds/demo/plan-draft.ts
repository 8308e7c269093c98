import type { Channel, declineReasons, handlerOutcomes, returnReasons, Solved } from '@/lib/orders/status';
import type { PlanItem } from './plan-items';
import type { Handler, PersonKey, PlannedOrder } from './plan-order';
import type { Slot } from './plan-slots';
import type { Picked } from './plan-words';

/** An order before its life is planned: who says what where, and who will handle it. */
export interface Draft {
  key: string;
  item: PlanItem;
  channel: Channel;
  slot: Slot;
  cell: string;
  picked: Picked;
  handler: Handler | 'volunteers';
  verifier: PersonKey;
  /** Everything about the order but its steps. */
  order: Omit<PlannedOrder, 'steps' | 'endsAs'>;
  fate: Fate;
  /** An order that is told in its own words. */
  story?: Story;
}

export interface Answer {
  kind: 'rate' | 'callback';
  solved: Solved;
  stars: number;
}

/** Words of its own for one order, in place of the texts of its item. */
export interface Story {
  title: string;
  words: string;
  /** A question that is asked and, for `no_info`, never answered. */
  question?: string;
  decline?: (typeof declineReasons)[number];
  notes?: readonly string[];
  outcome?: (typeof handlerOutcomes)[number];
  reply?: string;
  refNo?: string;
  answer?: Answer;
  answerWords?: string;
}

/** What happens to an order on its way. */
export interface Fate {
  end: 'closed' | 'withdrawn' | 'declined' | 'no_info';
  asks: boolean;
  returns: (typeof returnReasons)[number] | null;
  releases: boolean;
  unclaimed: boolean;
  reassigned: boolean;
  lateAccept: boolean;
  lateFinish: boolean;
  reworks: 0 | 1 | 2;
  missing: boolean;
  reopens: 'rate' | 'reopen' | null;
  /** One for each `pass`; null when the clock closes it unrated. */
  answers: (Answer | null)[];
  nudges: boolean;
}

export const plainFate = (): Fate => ({
  end: 'closed',
  asks: false,
  returns: null,
  releases: false,
  unclaimed: false,
  reassigned: false,
  lateAccept: false,
  lateFinish: false,
  reworks: 0,
  missing: false,
  reopens: null,
  answers: [],
  nudges: false,
});
