import type {
  Channel,
  declineReasons,
  dissatisfiedReasons,
  handlerOutcomes,
  returnReasons,
  reworkReasons,
  Solved,
  Status,
} from '@/lib/orders/status';

/** Key of a person in the demo's people (a login, `volunteer-017`, `elder-03`, `representative-a` …). */
export type PersonKey = string;

/**
 * Who takes a step: a person; `requester` (the account where the order has one, else the holder of its query code);
 * `clock`, which is the job that runs when a window ends.
 */
export type Actor = PersonKey | 'requester' | 'clock';

/**
 * When a step happens. `after` counts from the step before (or from submit): minutes of the clock, or of working time.
 * `at` is a share of a limit, measured on that limit's own clock from its start: accept from `acceptStartedAt` to
 * `acceptBy`, finish from `dispatchedAt` to `finishBy`; more than 1 is late. `day: true` moves a time at night to the
 * next time between 07:30 and 21:30. Times never go back: at least one minute lies between two steps.
 */
export type Timing =
  | { after: { minutes: number }; day?: true }
  | { after: { workingMinutes: number } }
  | { at: { shareOfAccept: number }; day?: true }
  | { at: { shareOfFinish: number }; day?: true }
  | { at: { fromShiftStart: number } }
  | { at: { fromShiftEnd: number } }
  /** The first minute after the rating window (7 days) or the window of a question (3 wd) has ended. */
  | { at: { windowEnd: 'rating' | 'info' } }
  | { at: { epochMs: number } };

export type Handler = { unit: string } | { person: PersonKey };

/** Which picture the runner draws for a piece; `same_as_before` is the very file that came with the order. */
export type Picture = 'before' | 'after' | 'scene' | 'document' | 'signature' | 'same_as_before';

export interface PlannedPiece {
  /** One of the taxonomy's evidence kinds. */
  kind: string;
  picture?: Picture;
  text?: string;
  value?: string;
}

/** The bodies of the workflow's actions (docs of the HTTP contract), without version and client id. */
export type StepAction =
  | { step: 'classify'; item?: string; reason?: string }
  | { step: 'ask_info'; words: string }
  | { step: 'supplement'; words: string }
  | { step: 'decline'; reason: (typeof declineReasons)[number]; words: string; rightPlace?: string }
  | { step: 'appeal'; reason: string }
  | { step: 'offer'; cells: 'own' | 'neighbours' | 'community'; skills: string[]; note?: string }
  | { step: 'assign'; handler: Handler; reason?: string }
  | { step: 'reassign'; handler: Handler; reason: string }
  | { step: 'claim' }
  | { step: 'sign' }
  | { step: 'contact'; how: 'phone' | 'visit' | 'message'; reached: boolean; words: string }
  | { step: 'arrive' | 'leave'; metres?: number; byCode?: true; reason?: string; photos: number }
  | { step: 'note'; words: string; toResident: boolean }
  | { step: 'return'; reason: (typeof returnReasons)[number]; basis: string; betterOwner?: string }
  | { step: 'release'; reason: string }
  | {
      step: 'submit_evidence';
      outcome: (typeof handlerOutcomes)[number];
      /** The reply to the resident. */
      noteText: string;
      pieces: PlannedPiece[];
      missing: { kind: string; reason: string }[];
    }
  | { step: 'rework'; reason: (typeof reworkReasons)[number]; words: string }
  | { step: 'pass'; waiver?: string }
  | {
      step: 'rate';
      solved: Solved;
      stars: number;
      reason?: (typeof dissatisfiedReasons)[number];
      words?: string;
    }
  | {
      step: 'callback';
      via: 'hall' | 'phone' | 'visit';
      reached: boolean;
      contactedInTime?: boolean;
      solved?: Solved;
      stars?: number;
      words: string;
      /** Asks once more after one or two stars (3.1.3); repeats the answer that stands. */
      followUp?: true;
    }
  | { step: 'close_unrated' }
  | { step: 'close_no_info' }
  | { step: 'reopen'; reason: string }
  | { step: 'withdraw'; reason: string }
  | { step: 'nudge' };

export type Step = StepAction & Timing & { by: Actor };

export interface PlannedPlace {
  /** The deepest area that is known: household, stair, building or cell. */
  areaCode: string;
  /** The QR slip that was scanned; wins over the area. */
  pointCode?: string;
  building?: number;
  stair?: number;
  door?: string;
  /** How to find the spot. */
  detail?: string;
}

export interface PlannedOrder {
  key: string;
  /** Epoch milliseconds. */
  submittedAt: number;
  channel: Channel;
  /** The item in the end. */
  item: string;
  /** What the submitter chose, where it is not `item`; null lets the program suggest. */
  itemAtSubmit?: string | null;
  /** Code of the grid cell. */
  cell: string;
  place: PlannedPlace;
  words: string;
  title?: string;
  /** A person with or without a login; `visitor` has no account; `alert` is a rule of the program. */
  submitBy: PersonKey | 'visitor' | 'alert';
  requester: {
    /** The account whose own order it is (then also `submitBy`). */
    personKey?: PersonKey;
    name?: string;
    phone?: string;
    anonymous?: true;
    confidential?: true;
  };
  proxy?: {
    byLogin: PersonKey;
    knownBy: 'in_person' | 'phone' | 'chat';
    /** A name, so that its mask reads 张**; the one of the chat group stands before the words. */
    spokenBy?: string;
    nickname?: string;
  };
  about?: { unit: string; words?: string };
  shift?: { startsAt: number; endsAt: number };
  /** How many pictures of the state before came with it. */
  photos: number;
  steps: Step[];
  /** Where the order stands after all steps. */
  endsAs: Status;
  /** `item/topic#template` of the words; `own` words are written for one order. */
  sentence: string;
  typo?: true;
}
