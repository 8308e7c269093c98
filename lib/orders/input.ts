import { z } from 'zod';
import { plainPhone, tellsSomething } from '@/lib/kernel/text';
import {
  channels,
  declineReasons,
  dissatisfiedReasons,
  handlerOutcomes,
  knownBy,
  returnReasons,
  reworkReasons,
  solvedAnswers,
  urgencies,
} from './status';

/** What forms mirror as `maxlength` and `minlength`, and what these schemas check. Characters. */
export const limits = {
  words: 2000,
  shortWords: 500,
  name: 40,
  detail: 80,
  reasonMin: 10,
  /** Letters and digits of a basis or a reason that somebody else acts on, and of a question. */
  basisMin: 4,
  questionMin: 3,
  photos: 9,
  requestPhotos: 3,
} as const;

const words = z.string().trim().min(1).max(limits.words);
export const reason = z.string().trim().min(1, { abort: true }).max(limits.shortWords);
/** 3.1 "must carry": words that a resident or a dispatcher acts on. `refusal` says what is to be written. */
export const telling = (least: number, refusal: string) =>
  reason.refine((text) => tellsSomething(text, least), refusal);
const explained = telling(limits.basisMin, 'input.verdict_says_nothing').min(limits.reasonMin);
const photos = z.array(z.string().min(1).max(64)).max(limits.photos).default([]);
// Also what was read already: an endpoint reads its row's input, and the verb reads again.
export const instant = z
  .union([z.int(), z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))])
  // 2000 to 2100: what lies beyond is a mistake, and has no place on a calendar.
  .pipe(z.int().min(946_684_800_000).max(4_102_444_800_000));
const phone = z
  .string()
  .trim()
  .transform(plainPhone)
  .pipe(z.string().regex(/^1\d{10}$/, 'input.not_a_phone'));
const position = z.object({ lat: z.number().min(-90).max(90), lng: z.number().min(-180).max(180) });
/** An order's number, however it was typed. */
export const orderCode = z.string().trim().toUpperCase().min(5).max(32);

/** Carried by every write on an order: what was seen, and a key made by the caller. */
const onOrder = {
  code: orderCode,
  version: z.int().min(1),
  clientId: z.string().trim().min(8).max(100),
};
/** The requester of a confidential order agrees, or no longer, that the handler may know the door (3.1.4). */
const doorAgreed = z.boolean().optional();
export const action = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.object({ ...onOrder, ...shape });

const about = z.object({
  unit: z.string().trim().max(40).optional(),
  words: z.string().trim().max(limits.shortWords).optional(),
});
export const place = z.object({
  areaCode: z.string().trim().max(40).optional(),
  point: position.optional(),
  pointCode: z.string().trim().max(24).optional(),
  address: z.string().trim().max(200).optional(),
  detail: z.string().trim().max(limits.detail).optional(),
});

/** Both ends of a shift, for the items whose limit they are (3.2). */
const shift = { shiftStartsAt: instant.optional(), shiftEndsAt: instant.optional() };
const isForwards = (input: { shiftStartsAt?: number; shiftEndsAt?: number }): boolean =>
  (input.shiftStartsAt ?? 0) < (input.shiftEndsAt ?? Number.POSITIVE_INFINITY);

export const submitOrderInput = z
  .object({
    item: z.string().trim().length(4).optional(),
    words,
    place,
    contact: z.object({ name: z.string().trim().max(limits.name).optional(), phone: phone.optional() }).optional(),
    anonymous: z.boolean().default(false),
    confidential: z.boolean().default(false),
    channel: z.enum(channels).optional(),
    proxy: z
      .object({
        spokenBy: z.string().trim().max(limits.name).optional(),
        knownBy: z.enum(knownBy),
        consentAt: instant,
        words: z.string().trim().max(limits.words).optional(),
      })
      .optional(),
    about: about.optional(),
    ...shift,
    /** Shift items take several people at the desk later; until then one. */
    slots: z.literal(1).optional(),
    photos: z.array(z.string().min(1).max(64)).max(limits.requestPhotos).default([]),
    /** 我也遇到: the report that was shown as perhaps the same, by its token (3.8). */
    joins: z.string().trim().max(40).optional(),
    /** 不是同一件: numbers of the orders that were shown as perhaps the same, and are not; only of those the caller sees. */
    apartFrom: z.array(orderCode).max(5).default([]),
    /** 还牵涉: the second item that the words speak of; it moves no limit and nobody's hands. */
    alsoItem: z.string().trim().length(4).optional(),
    clientId: z.string().trim().min(8).max(100),
  })
  .refine(isForwards, { path: ['shiftEndsAt'], message: 'input.shift_backwards' });
export type SubmitOrderInput = z.input<typeof submitOrderInput>;

export const classifyInput = action({
  item: z.string().trim().length(4).optional(),
  urgency: z.enum(urgencies).optional(),
  place: place.optional(),
  about: about.optional(),
  ...shift,
  reason: reason.optional(),
}).refine(isForwards, { path: ['shiftEndsAt'], message: 'input.shift_backwards' });
export const amendInput = action({ words: words.optional(), place: place.optional(), photos }).refine(
  (input) => input.words !== undefined || input.place !== undefined || input.photos.length > 0,
  { path: ['words'], message: 'input.required' },
);
export const askInfoInput = action({ words: telling(limits.questionMin, 'input.question_says_nothing'), photos });
export const supplementInput = action({ words: reason, photos, doorAgreed });
/** `reviewReply`: hand it back with what it lacks (`reply.weak`); `sendAsIs`: that was seen, and it goes as it is. */
const reply = { reviewReply: z.boolean().optional(), sendAsIs: z.boolean().optional() };
export const declineInput = action({
  reason: z.enum(declineReasons),
  words: telling(limits.basisMin, 'input.decline_says_nothing'),
  rightPlace: z.string().trim().max(200).optional(),
  ...reply,
});
export const reasonInput = action({ reason });
/** `tie`: it concerns them or their family (R8), and does not come to them again. */
export const releaseInput = action({
  reason: telling(limits.basisMin, 'input.release_says_nothing'),
  tie: z.boolean().optional(),
});
export const tieInput = z.object({ code: orderCode, clientId: z.string().trim().min(8).max(100).optional() });
export const offerInput = action({
  cells: z.union([z.enum(['own', 'neighbours', 'community']), z.array(z.string().max(40)).min(1).max(50)]),
  skills: z.array(z.string().max(40)).max(10).default([]),
  note: z.string().trim().max(200).optional(),
});
const handler = z.union([
  z.object({ unit: z.string().trim().min(1).max(40) }),
  z.object({ person: z.string().trim().min(1).max(64) }),
]);
export const assignInput = action({ handler, reason: reason.optional() });
export const reassignInput = action({
  handler: handler.optional(),
  offer: offerInput.pick({ cells: true, skills: true, note: true }).optional(),
  reason,
}).refine((input) => (input.handler === undefined) !== (input.offer === undefined), { path: ['handler'] });
export const plainActionInput = action({});
/** As many orders may be chosen at once as a page of the desk shows. */
export const mostInBulk = 50;
export const bulkIdInput = z.object({ id: z.uuid() });
export const bulkInput = z.object({
  id: z.uuid(),
  handler: z
    .string()
    .regex(/^(unit|person):.{1,64}$/)
    .optional(),
  orders: z
    .array(z.object({ code: orderCode, version: z.coerce.number().int().positive() }))
    .min(1)
    .max(mostInBulk),
});
/** 撤销: the version is asked for, since nobody may have touched the order meanwhile. */
export const undoInput = z.object({
  code: orderCode,
  version: z.coerce.number().int().positive(),
  clientId: z.string().max(100).optional(),
});
/** `main`: the number of the order that this one is to follow (3.8). */
export const mergeInput = action({ main: orderCode });
/** 不是同一件: two orders that are told apart for good. */
export const apartInput = z.object({ code: orderCode, other: orderCode });
export const contactInput = action({
  how: z.enum(['phone', 'visit', 'message']),
  reached: z.boolean(),
  words: reason.optional(),
});
export const presenceInput = action({
  position: position.optional(),
  /** The slip's or the building's code where the phone gives no position. */
  pointCode: z.string().trim().max(24).optional(),
  reason: reason.optional(),
  photos,
});
export const noteInput = action({ words, photos, toResident: z.boolean().default(false), doorAgreed, ...reply });
export const submitEvidenceInput = action({
  outcome: z.enum(handlerOutcomes),
  pieces: z
    .array(
      z.object({
        kind: z.string().max(20),
        photos,
        text: z.string().trim().max(limits.words).optional(),
        value: z.string().trim().max(200).optional(),
      }),
    )
    .max(20),
  missing: z
    .array(z.object({ kind: z.string().max(20), reason }))
    .max(20)
    .default([]),
  words: z.string().trim().max(limits.words).optional(),
  /** 解释办结 after a second reopening: the article it rests on (journey 7.5). */
  legalBasis: explained.optional(),
  ...reply,
});
export const passInput = action({ waiver: explained.optional() });
export const reworkInput = action({ reason: z.enum(reworkReasons), words: explained });
export const returnInput = action({
  reason: z.enum(returnReasons),
  basis: telling(limits.basisMin, 'input.return_says_nothing'),
  betterOwner: z.string().trim().max(200).optional(),
});
const stars = z.int().min(1).max(5);
/** 不满意 and 非常不满意: asked why at once, and called back (3.1.3). */
export const lowStars = 2;
export const rateInput = action({
  solved: z.enum(solvedAnswers),
  stars,
  reason: z.enum(dissatisfiedReasons).optional(),
  words: z.string().trim().max(limits.shortWords).optional(),
  photos,
  doorAgreed,
}).refine(
  // 3.1 `rate`, journey 7.5: who says that it is not solved, or is not satisfied, says what was wrong. Stars that were not
  // given (0, told by their own rule) are not low ones: the question for the reason is not even in sight then.
  ({ solved, stars, reason }) => (solved !== 'no' && (stars < 1 || stars > lowStars)) || reason !== undefined,
  { path: ['reason'] },
);
export const callbackInput = action({
  via: z.enum(['hall', 'phone', 'visit']),
  reached: z.boolean(),
  contactedInTime: z.boolean().optional(),
  solved: z.enum(solvedAnswers).optional(),
  stars: stars.optional(),
  words: z.string().trim().min(1).max(limits.shortWords),
}).refine((input) => !input.reached || (input.solved !== undefined && input.stars !== undefined), { path: ['solved'] });

/** Which masked field is asked for, and why; the reason is kept in the audit trail. */
export const revealContactInput = z.object({
  code: orderCode,
  field: z.enum(['name', 'phone']),
  reason: z.string().trim().min(4).max(200),
});
