import { z } from 'zod';
import { clientId, date, instant } from '@/lib/casework/fields';
import { tellsSomething } from '@/lib/kernel/text';
import { ownersVote } from './owners';
import { bases, bodies, choices, seats } from './status';

/** What forms mirror, and what these schemas check. Characters, unless said. */
export const limits = {
  title: 60,
  words: 4000,
  shortWords: 500,
  point: 200,
  points: 12,
  place: 80,
  name: 40,
  /** Seats of one roll: a meeting of everybody in a large community. */
  roll: 5000,
  prices: 20,
  figures: 20,
  reasonMin: 6,
  /** 20 million yuan in fen: what both engines keep as one whole number. */
  fen: 2_000_000_000,
} as const;

/** 动议事由, as the six sheets of a paper record have them. */
export const motives = ['proposed_by_residents', 'proposed_by_cadres', 'from_above'] as const;

const shortWords = z.string().trim().min(1).max(limits.shortWords);
const reason = shortWords.refine((text) => tellsSomething(text, limits.reasonMin), 'input.tells_nothing');
const title = z.string().trim().min(4).max(limits.title);
const heads = z.int().min(0).max(limits.roll);
const points = z.array(z.string().trim().min(2).max(limits.point)).min(1).max(limits.points);
const text = {
  points,
  pointsEn: z.array(z.string().trim().min(2).max(limits.point)).max(limits.points).optional(),
  words: z.string().trim().max(limits.words).default(''),
};

export const deliberationCode = z.string().trim().toUpperCase().min(5).max(32);

const onCase = { code: deliberationCode, version: z.int().min(1), clientId };
const action = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.object({ ...onCase, ...shape });

export const plainInput = action({});
export const reasonInput = action({ reason });

export const openInput = z.object({
  clientId,
  community: z.string().regex(/^\d{12}$/),
  title,
  titleEn: z.string().trim().max(120).optional(),
  motive: z.enum(motives),
  belowMarket: z.boolean().default(false),
  needsFiling: z.boolean().default(false),
  /** Numbers of the orders that it answers. */
  orders: z.array(z.string().trim().toUpperCase().max(32)).max(200).default([]),
});

/** The rules of a community's next case; those in progress keep theirs. */
export const rulesInput = z.object({ community: z.string().regex(/^\d{12}$/), pack: z.string().trim().max(40) });

export const reviseInput = action({
  title: title.optional(),
  titleEn: z.string().trim().max(120).optional(),
  motive: z.enum(motives).optional(),
  belowMarket: z.boolean().optional(),
  needsFiling: z.boolean().optional(),
});

/** 民法典 275, 278: where owners share the land, their vote is on record, or the reason why there is none. */
export const basisInput = action({
  basis: z.enum(bases),
  words: z.string().trim().max(limits.shortWords).default(''),
  owners: ownersVote.optional(),
})
  .refine(({ basis, words }) => basis === 'not_shared' || tellsSomething(words, limits.reasonMin), {
    path: ['words'],
    message: 'deliberation.basis_words',
  })
  .refine(({ basis, owners: vote }) => (basis === 'owners_vote') === (vote !== undefined), {
    path: ['owners', 'matter'],
    message: 'deliberation.owners_missing',
  });

export const planInput = action(text);

export const conveneInput = action({
  body: z.enum(bodies),
  heldAt: instant,
  place: z.string().trim().min(2).max(limits.place),
  web: z.boolean().default(false),
  /** The last moment of the votes on the web. */
  votesUntil: instant.optional(),
}).refine(({ web, votesUntil }) => !web || votesUntil !== undefined, {
  path: ['votesUntil'],
  message: 'deliberation.votes_until_missing',
});

/** `witness`: who watched over it, by office and not by name; asked for once votes were counted. */
export const annulInput = action({ reason, witness: z.string().trim().max(limits.place).optional() });

export const rollInput = action({
  seats: z
    .array(
      z.object({
        name: z.string().trim().min(1).max(limits.name),
        seat: z.enum(seats).default('voting'),
        /** Login of who may also vote on the web. */
        account: z.string().trim().max(60).optional(),
      }),
    )
    .min(1)
    .max(limits.roll)
    .superRefine((list, ctx) => {
      // 张三预备 with a vote is a slip of who typed it: whoever is on probation has none.
      for (const [i, { name, seat }] of list.entries()) {
        if (seat === 'voting' && /预备|probation/i.test(name)) {
          ctx.addIssue({ code: 'custom', path: [i, 'name'], message: 'deliberation.probation_unclear' });
        }
      }
    }),
});

/** Either how many are there, or who. With votes on the web it goes by name. */
export const attendInput = action({
  present: heads.optional(),
  ordinals: z.array(z.int().min(1).max(limits.roll)).max(limits.roll).optional(),
}).refine(({ present, ordinals }) => (present === undefined) !== (ordinals === undefined), {
  path: ['present'],
  message: 'deliberation.present_or_names',
});

export const countInput = action({ way: z.enum(['hands', 'paper']), yes: heads, no: heads, abstain: heads });

/**
 * The key of a vote is a UUID: it makes the receipt, and what is kept of it must not be found by trying.
 */
export const castInput = z.object({ code: deliberationCode, clientId: z.uuid(), choice: z.enum(choices) });

export const closeInput = action({ minutes: z.string().trim().max(limits.words).default('') });

/** Without `points`, what was voted on, word for word; another text carries the reason for it. */
export const publishInput = action({
  ...text,
  points: points.optional(),
  reason: reason.optional(),
});
export const correctInput = action({ ...text, reason });

export const objectInput = z.object({
  code: deliberationCode,
  clientId,
  words: z
    .string()
    .trim()
    .min(1)
    .max(limits.shortWords)
    .refine((words) => tellsSomething(words, 4), 'input.tells_nothing'),
  contact: z.string().trim().max(80).optional(),
});

/** `publicWords`: the objection as everybody may read it, without names; whoever answers looks it through. */
export const answerObjectionInput = action({
  objection: z.string().min(1).max(64),
  publicWords: z.string().trim().min(1).max(limits.shortWords),
  answer: reason,
});

export const fileInput = action({
  unit: z.string().trim().min(2).max(limits.place),
  on: date,
  receiptNo: z.string().trim().min(1).max(60),
});

const fen = z.int().min(0).max(limits.fen);

export const pricesInput = action({
  prices: z
    .array(
      z.object({
        label: z.string().trim().min(1).max(limits.place),
        priceFen: fen,
        marketFen: fen,
        unit: z.string().trim().min(1).max(20),
      }),
    )
    .min(1)
    .max(limits.prices),
});

const figures = z
  .array(
    z.object({
      kind: z.enum(['count', 'income', 'cost', 'use']),
      label: z.string().trim().min(1).max(limits.place),
      amount: z.int().min(0).max(limits.fen),
      unit: z.string().trim().min(1).max(20),
    }),
  )
  .min(1)
  .max(limits.figures);

export const resultInput = action({ ...text, figures });
export const correctResultInput = action({ ...text, figures, reason });

export const sourcesInput = z.object({
  code: deliberationCode,
  version: z.int().min(1).optional(),
  clientId,
  orders: z.array(z.string().trim().toUpperCase().max(32)).min(1).max(200),
});

/** `document`: what `POST /documents` answered with. Said for each whether everybody may read it; nobody, unless it is. */
export const attachInput = z.object({
  code: deliberationCode,
  version: z.int().min(1).optional(),
  clientId,
  document: z.uuid(),
  meeting: z.string().min(1).max(64).optional(),
  isPublic: z.boolean().default(false),
});

/** What a decision became: orders of the same community. A project says so itself, by what it was opened for. */
export const handOnInput = action({ orders: z.array(z.string().trim().toUpperCase().max(32)).min(1).max(200) });

export const listInput = z.object({
  community: z
    .string()
    .regex(/^\d{12}$/)
    .optional(),
  status: z.string().trim().max(120).optional(),
  cursor: z.string().trim().max(100).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
