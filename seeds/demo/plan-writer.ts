import type { Draft } from './plan-draft';
import type { Hands, OfferScope } from './plan-hands';
import type { Actor, Handler, PersonKey, Step, StepAction, Timing } from './plan-order';
import { placeSlots } from './plan-places';
import { signerOf } from './plan-route';
import type { WordPicker } from './plan-words';
import type { Random } from './random';
import { textsOf } from './texts/item-texts';
import { fillSlots } from './texts/sentence';

/** Numbers of papers, each given once. */
export interface Serials {
  next(item: string, year: number): number;
}

export interface Tools {
  words: WordPicker;
  hands: Hands;
  serials: Serials;
}

/** What all parts of a life's plan share. */
export interface Writer extends Tools {
  draft: Draft;
  random: Random;
  steps: Step[];
  /** Who is asked to handle it now. */
  handler: Handler | 'volunteers';
  /** To whom it was offered last. */
  scope?: { cells: OfferScope; skills: string[] };
  /** Working days left when all is done, estimated low. */
  spareDays: number;
  /** Why the verifier will pass although a piece is missing. */
  waiver?: string;
  /** Who took it last. */
  holder: PersonKey | null;
  /** Everyone who ever held it. */
  handled: Set<PersonKey>;
  add(by: Actor, timing: Timing, action: StepAction): void;
  /** Staff texts with their slots filled. */
  say(text: string): string;
}

export function writerOf(draft: Draft, tools: Tools, random: Random): Writer {
  const slots = placeSlots(draft.cell, draft.order.place, true);
  const steps: Step[] = [];
  return {
    draft,
    random,
    ...tools,
    steps,
    handler: draft.handler,
    spareDays: 0,
    holder: null,
    handled: new Set(),
    add: (by, timing, action) => {
      steps.push({ ...action, by, ...timing } as Step);
    },
    say: (text) => fillSlots(text, slots),
  };
}

export function take(writer: Writer, holder: PersonKey): void {
  writer.holder = holder;
  writer.handled.add(holder);
}

/** @throws RangeError before anybody took it */
export function holderOf(writer: Writer): PersonKey {
  if (!writer.holder) throw new RangeError(`nobody holds ${writer.draft.key}`);
  return writer.holder;
}

/** Whoever signs for the present handler. @throws RangeError while only volunteers are asked */
export function signer(writer: Writer): PersonKey {
  if (writer.handler === 'volunteers') throw new RangeError('volunteers claim, they do not sign');
  return signerOf(writer.handler);
}

export const itemTexts = (writer: Writer) => textsOf(writer.draft.item.code);
