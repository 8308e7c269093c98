import { z } from 'zod';
import { clientId, date, instant, telling } from '@/lib/casework/fields';
import { typedPhone } from '@/lib/people/input';
import { checkOutcomes, consentKinds, dutyKinds, enteredWays, mediatorKinds, otherWays, statuses } from './status';

/** What forms mirror, and what these schemas check. Characters, unless said. */
export const limits = {
  title: 60,
  name: 40,
  address: 120,
  parties: 10,
  place: 80,
  others: 200,
  words: 4000,
  shortWords: 500,
  sealNo: 60,
  reasonMin: 4,
} as const;

const words = (most: number) => telling(limits.reasonMin, most);
const community = z.string().regex(/^\d{12}$/);
const ordinal = z.int().min(1).max(limits.parties);
/** How the secretary learned of somebody's will, and on which day; not asked of who speaks for themselves. */
const learned = { how: z.enum(enteredWays).optional(), on: date.optional() };

export const mediationCode = z.string().trim().toUpperCase().min(5).max(32);

const onCase = { code: mediationCode, version: z.int().min(1), clientId };
const action = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.object({ ...onCase, ...shape });

const party = z.object({
  name: z.string().trim().min(1).max(limits.name),
  phone: typedPhone.optional(),
  address: z.string().trim().max(limits.address).optional(),
  /** Account or mobile number of who may follow the case and consent by themselves. */
  account: z.string().trim().max(60).optional(),
});

export const openInput = z.object({
  clientId,
  community,
  title: z.string().trim().min(4).max(limits.title),
  parties: z.array(party).min(2, 'mediation.two_parties').max(limits.parties),
  /** Number of the order that it came from. */
  order: z.string().trim().toUpperCase().max(32).optional(),
});

export const proposeInput = action({ mediator: z.string().min(1).max(64), kind: z.enum(mediatorKinds) });

export const consentInput = action({ party: ordinal, to: z.enum(consentKinds), ...learned });

export const sessionInput = action({
  heldAt: instant,
  place: z.string().trim().min(2).max(limits.place),
  others: z.string().trim().max(limits.others).default(''),
  /** 20: relatives, neighbours and experts take part with the consent of both sides. */
  othersAgreed: z.boolean().default(false),
  words: words(limits.words),
}).refine(({ others, othersAgreed }) => others === '' || othersAgreed, {
  path: ['othersAgreed'],
  message: 'mediation.others_without_consent',
});

export const askInput = z.object({
  code: mediationCode,
  version: z.int().min(1).optional(),
  clientId,
  duty: z.string().min(1).max(64),
  question: words(limits.shortWords),
});

export const answerInput = z.object({
  code: mediationCode,
  version: z.int().min(1).optional(),
  clientId,
  opinion: z.string().min(1).max(64),
  words: words(limits.words),
});

/** The three blocks of 29: who the parties are; facts, dispute, responsibilities; content, way and time of performance. */
export const agreementInput = action({
  oral: z.boolean().default(false),
  parties: words(limits.words),
  facts: words(limits.words),
  performance: words(limits.words),
  performUntil: date.optional(),
});

export const signInput = action({ party: ordinal, on: date });

export const sealInput = action({
  on: date,
  sealNo: z.string().trim().min(2).max(limits.sealNo),
  /** 29: the mediator signs as well. */
  mediatorSigned: z.boolean().default(false),
});

export const checkInput = action({ on: date, outcome: z.enum(checkOutcomes), words: words(limits.shortWords) });

/** A day that is entered afterwards: of the application at the court, or of its ruling. */
export const onDayInput = action({ on: date });

export const refuseInput = action({
  party: ordinal,
  ...learned,
  words: z.string().trim().max(limits.shortWords).default(''),
});

export const endInput = action({ words: words(limits.shortWords) });
export const referInput = action({ way: z.enum(otherWays), words: words(limits.shortWords) });

export const listInput = z.object({
  community: community.optional(),
  status: z
    .string()
    .trim()
    .max(120)
    .refine((said) => said.split(',').every((one) => (statuses as readonly string[]).includes(one)), {
      message: 'input.not_listed',
    })
    .optional(),
  cursor: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});

export const dutyListInput = z.object({ community });

export const dutyInput = z
  .object({
    clientId,
    community,
    kind: z.enum(dutyKinds),
    name: z.string().trim().min(1).max(limits.name),
    office: z.string().trim().min(2).max(limits.place),
    phone: typedPhone.optional(),
    validFrom: date,
    validTo: date.optional(),
  })
  .refine(({ validFrom, validTo }) => validTo === undefined || validFrom <= validTo, {
    path: ['validTo'],
    message: 'mediation.duty_days',
  });

/** `on`: the last day; the day before the first takes out an entry that has not begun. */
export const dutyEndInput = z.object({ clientId, id: z.string().min(1).max(64), on: date });
