import { z } from 'zod';
import { legalForms } from '@/lib/places/status';
import { ownersVote } from './owners';
import { bases, bodies, choices, meetingStates, seats, statuses, voteWays, votingStages } from './status';

// What leaves the program about deliberations, as schemas: the OpenAPI document and the contract tests are made of them.
const time = z.iso.datetime({ offset: true });
const date = z.string();
const heads = z.int().min(0);
const named = z.object({ zh: z.string(), en: z.string() });

const asked = z.object({
  needed: heads,
  rule: z.string(),
  weaker: z.array(z.object({ needed: heads, rule: z.string() })),
});
const needs = z.object({ eligible: heads, present: asked, yes: asked.nullable() }).nullable();

export const summarySchema = z.object({
  code: z.string(),
  status: z.enum(statuses),
  version: z.int(),
  abilities: z.array(z.string()),
  needed: needs,
});

export const listSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      title: named,
      communityCode: z.string(),
      status: z.enum(statuses),
      openedAt: time,
      publishedAt: time.nullable(),
      noticeUntil: date.nullable(),
      noticeDaysLeft: heads.nullable(),
      endedAt: time.nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

const text = z.object({
  version: z.int(),
  points: z.object({ zh: z.array(z.string()), en: z.array(z.string()).nullable() }),
  words: z.string(),
  reason: z.string().nullable(),
  sha256: z.string(),
  at: time,
});

const meeting = z.object({
  id: z.string(),
  stage: z.enum(votingStages),
  ordinal: z.int(),
  body: z.enum(bodies),
  state: z.enum(meetingStates),
  withWeb: z.boolean(),
  heldAt: time,
  place: z.string(),
  votesUntil: time.nullable(),
  planVersion: z.int().nullable(),
  eligible: heads.nullable(),
  rollDigest: z.string().nullable(),
  present: heads.nullable(),
  neededPresent: heads.nullable(),
  yes: heads.nullable(),
  no: heads.nullable(),
  abstain: heads.nullable(),
  neededYes: heads.nullable(),
  ballotDigest: z.string().nullable(),
  minutes: z.string().nullable(),
  annulled: z.string().nullable(),
  witness: z.string().nullable(),
});

const figure = z.object({
  kind: z.enum(['count', 'income', 'cost', 'use']),
  label: z.string(),
  amount: z.int(),
  unit: z.string(),
});

const price = z.object({ label: z.string(), priceFen: z.int(), marketFen: z.int(), unit: z.string() });

export const detailSchema = summarySchema.extend({
  title: named,
  communityCode: z.string(),
  motive: z.string(),
  legalForm: z.enum(legalForms),
  pack: z.object({ id: z.string(), checkedOn: date, unread: z.boolean() }),
  basis: z.object({
    choice: z.enum(bases).nullable(),
    words: z.string().nullable(),
    owners: ownersVote.nullable(),
    versions: z.array(
      z.object({
        version: z.int(),
        choice: z.enum(bases),
        words: z.string(),
        owners: ownersVote.nullable(),
        at: time,
      }),
    ),
  }),
  needsFiling: z.boolean(),
  belowMarket: z.boolean(),
  openedAt: time,
  endedAt: time.nullable(),
  planSentOn: date.nullable(),
  plan: text.nullable(),
  plans: z.array(text),
  meetings: z.array(meeting),
  resolutions: z.array(text.extend({ asVoted: z.boolean() })),
  voted: text.nullable(),
  notice: z.object({ until: date, daysLeft: heads }).nullable(),
  objections: z.array(
    z.object({
      id: z.string(),
      words: z.string().nullable(),
      contact: z.string().nullable(),
      at: time,
      answerBy: date,
      answer: z.string().nullable(),
      answeredAt: time.nullable(),
    }),
  ),
  filing: z.object({ unit: z.string(), on: date, receiptNo: z.string() }).nullable(),
  prices: z.array(price),
  /** Lists that held before, the latest first. */
  earlierPrices: z.array(z.object({ version: z.int(), at: time, rows: z.array(price) })),
  results: z.array(text.extend({ figures: z.array(figure), balance: z.int().nullable() })),
  files: z.array(
    z.object({
      document: z.string(),
      name: z.string(),
      meeting: z.string().nullable(),
      isPublic: z.boolean(),
      at: time,
    }),
  ),
  handedOn: z.array(z.string()),
  sources: heads,
  projectCode: z.string().nullable(),
});

export const rollSchema = z.object({
  meeting: z.string(),
  seats: z.array(
    z.object({
      ordinal: z.int(),
      name: z.string(),
      seat: z.enum(seats),
      account: z.string().nullable(),
      inRoom: z.boolean(),
      votedOnWeb: z.boolean(),
    }),
  ),
  eligible: heads,
  probationary: heads,
  needs,
  counts: z.array(z.object({ way: z.enum(voteWays), yes: heads, no: heads, abstain: heads })),
});

export const tallySchema = z.object({
  meeting: z.string(),
  lines: z.string().nullable(),
  withheld: z.enum(['few', 'unanimous']).nullable(),
  digest: z.string(),
  intact: z.boolean(),
});

export const receiptSchema = z.object({ receiptHash: z.string(), choice: z.enum(choices) });
