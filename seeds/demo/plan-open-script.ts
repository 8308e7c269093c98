import { dayNumber } from '@/lib/calendar/shanghai';
import type { declineReasons, dissatisfiedReasons, reworkReasons, Solved, Status } from '@/lib/orders/status';
import { planCalendar } from './plan-calendar';
import type { Draft, Story } from './plan-draft';
import { draftOf, type People } from './plan-drafts';
import { planEvidence } from './plan-evidence';
import type { OfferScope } from './plan-hands';
import { planItem } from './plan-items';
import type { Actor, Handler, PersonKey, PlannedOrder, Step, StepAction } from './plan-order';
import { cellOf, placeSlots } from './plan-places';
import { signerOf } from './plan-route';
import type { Slot } from './plan-slots';
import { workingMinutesBefore } from './plan-times';
import type { WordPicker } from './plan-words';
import type { Random } from './random';
import { fillSlots, readSentence, repliesTo } from './texts/sentence';

/** What all open orders are made from; times are told backwards from `now`. */
export interface OpenKit {
  now: number;
  people: People;
  words: WordPicker;
  random: Random;
  /** `minutes` of working time before now. */
  w(minutes: number): number;
  /** `minutes` of the clock before now. */
  c(minutes: number): number;
}

export const openKit = (now: number, people: People, words: WordPicker, random: Random): OpenKit => ({
  now,
  people,
  words,
  random,
  w: (minutes) => workingMinutesBefore(now, minutes, planCalendar),
  c: (minutes) => now - minutes * 60_000,
});

/** One open order: where it comes from, and the steps that brought it where it stands. */
export interface OpenRow {
  key: string;
  item: string;
  /** Suffix of the cell. */
  cell: string;
  channel: Draft['channel'];
  at: number;
  topic?: string;
  /** `title|words` of its own. */
  own?: string;
  person?: PersonKey;
  handler?: Handler | 'volunteers';
  change?: Partial<PlannedOrder>;
  endsAs: Status;
  life?(script: Script): void;
}

export interface Script {
  assign(at: number, reason?: string, by?: PersonKey): void;
  sign(at: number): void;
  offer(at: number, cells: OfferScope, skills?: string[]): void;
  claim(at: number, by: PersonKey): void;
  contact(at: number, words: string): void;
  arrive(at: number): void;
  leave(at: number): void;
  note(at: number, words: string, toResident?: boolean): void;
  nudge(at: number): void;
  ask(at: number, words: string): void;
  supplement(at: number, words: string): void;
  decline(at: number, reason: (typeof declineReasons)[number], words: string): void;
  appeal(at: number, reason: string): void;
  returned(at: number, basis: string, betterOwner: string): void;
  evidence(at: number, how?: { missing?: { kind: string; reason: string }; stale?: true; text?: string }): void;
  rework(at: number, reason: (typeof reworkReasons)[number], words: string): void;
  pass(at: number): void;
  rate(at: number, solved: Solved, stars: number, words?: string, reason?: (typeof dissatisfiedReasons)[number]): void;
  callback(at: number, by: PersonKey, stars: number, words: string): void;
  withdraw(at: number, reason: string): void;
}

/** Open orders speak as in winter, whatever the clock says: the demo begins in January. */
const slotOf = (at: number): Slot => ({
  day: dayNumber(at),
  date: '2024-01-15',
  month: 1,
  workday: true,
  workdaysLeft: 99,
});

export function openOrder(kit: OpenKit, row: OpenRow, nth: number): PlannedOrder {
  const cell = cellOf(row.cell);
  const own = row.own ? readSentence(row.own) : null;
  const story: Story | undefined = own ?? undefined;
  const job = {
    item: planItem(row.item),
    channel: row.channel,
    cell,
    slot: slotOf(row.at),
    pinned: { item: row.item, channel: row.channel, cell, person: row.person, topic: row.topic, story },
  };
  const draft = draftOf(job, row.key, 10 + nth, kit.people, kit.words, kit.random);
  if (row.handler) draft.handler = row.handler;
  draft.order = { ...draft.order, submittedAt: row.at, ...row.change };
  const steps: Step[] = [];
  row.life?.(scriptOf(kit, draft, steps));
  return { ...draft.order, steps, endsAs: row.endsAs };
}

function scriptOf(kit: OpenKit, draft: Draft, steps: Step[]): Script {
  const { words, random } = kit;
  const slots = placeSlots(draft.cell, draft.order.place, true);
  let holder: PersonKey = draft.handler === 'volunteers' ? '' : signerOf(draft.handler);
  let rounds = 0;
  const push = (by: Actor, at: number, action: StepAction) => {
    steps.push({ ...action, by, at: { epochMs: at } });
  };
  return {
    assign(at, reason, by = 'limin') {
      if (draft.handler === 'volunteers') throw new RangeError(`${draft.key}: volunteers are not ordered`);
      push(by, at, { step: 'assign', handler: draft.handler, ...(reason ? { reason } : {}) });
    },
    sign: (at) => push(holder, at, { step: 'sign' }),
    offer: (at, cells, skills = []) => push('limin', at, { step: 'offer', cells, skills }),
    claim(at, by) {
      holder = by;
      push(by, at, { step: 'claim' });
    },
    contact: (at, text) => push(holder, at, { step: 'contact', how: 'phone', reached: true, words: text }),
    arrive: (at) =>
      // Who visits an elder shows the code at the door (平安码); it is the evidence that needs no picture of a person.
      push(holder, at, {
        step: 'arrive',
        metres: random.int(6, 90),
        photos: 0,
        ...(draft.order.item === '0901' ? { byCode: true as const } : {}),
      }),
    leave: (at) => push(holder, at, { step: 'leave', metres: random.int(6, 90), photos: 0 }),
    note: (at, text, toResident = false) => push(holder, at, { step: 'note', words: text, toResident }),
    nudge: (at) => push('requester', at, { step: 'nudge' }),
    ask: (at, text) => push('limin', at, { step: 'ask_info', words: text }),
    supplement: (at, text) => push('requester', at, { step: 'supplement', words: text }),
    decline: (at, reason, text) => push('limin', at, { step: 'decline', reason, words: text }),
    appeal: (at, reason) => push('requester', at, { step: 'appeal', reason }),
    returned: (at, basis, betterOwner) => push(holder, at, { step: 'return', reason: 'R1', basis, betterOwner }),
    evidence(at, how = {}) {
      rounds++;
      const meant = draft.story ? draft.story.words : `${draft.picked.title} ${draft.picked.words}`;
      const fitting = (list: readonly string[]) =>
        fillSlots(
          words.least(repliesTo(meant, list), (entry) => entry),
          slots,
        );
      const text = how.text ?? fitting(draft.picked.topic.done);
      const proof = draft.picked.topic.proof;
      const said = proof ? fitting(proof) : text;
      const serial = { year: 2024, next: () => 400 + random.int(1, 90) };
      const { pieces } = planEvidence(
        draft.item,
        draft.picked.topic,
        'resolved',
        draft.order.photos,
        serial,
        said,
        random,
      );
      const shown = pieces.filter((piece) => piece.kind !== how.missing?.kind);
      push(holder, at, {
        step: 'submit_evidence',
        outcome: 'resolved',
        noteText: rounds > 1 ? `重新办理：${text}` : text,
        pieces: how.stale
          ? shown.map((p) => (p.kind === 'photo_after' ? { ...p, picture: 'same_as_before' } : p))
          : shown,
        missing: how.missing ? [how.missing] : [],
      });
    },
    rework: (at, reason, text) => push(draft.verifier, at, { step: 'rework', reason, words: text }),
    pass: (at) => push(draft.verifier, at, { step: 'pass' }),
    rate: (at, solved, stars, text, reason) =>
      push('requester', at, {
        step: 'rate',
        solved,
        stars,
        ...(text ? { words: text } : {}),
        ...(reason ? { reason } : {}),
      }),
    callback: (at, by, stars, text) =>
      push(by, at, {
        step: 'callback',
        via: 'phone',
        reached: true,
        contactedInTime: true,
        solved: 'yes',
        stars,
        words: text,
      }),
    withdraw: (at, reason) => push('requester', at, { step: 'withdraw', reason }),
  };
}
