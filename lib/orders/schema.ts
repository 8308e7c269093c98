import { z } from 'zod';
import { distanceBands } from '@/lib/places/distance-band';
import { poolScopes, ruleEffect } from '@/lib/routing/input';
import { channels, closings, colours, comebacks, levels, outcomes, statuses, urgencies } from './status';
import { supervisionSchema } from './supervision-schema';

// What leaves the program about orders, as schemas: the OpenAPI document and the contract tests are made of them.
const time = z.string();
const named = z.object({ zh: z.string(), en: z.string() });

export const orderSummarySchema = z.object({
  code: z.string(),
  status: z.enum(statuses),
  version: z.int(),
  level: z.enum(levels).optional(),
  comeback: z.enum(comebacks).optional(),
  urgency: z.enum(urgencies).optional(),
  item: z.string().optional(),
  cell: z.string().optional(),
  place: named.optional(),
  channel: z.enum(channels).optional(),
  outcome: z.enum(outcomes).nullable().optional(),
  closing: z.enum(closings).nullable().optional(),
  submittedAt: time.optional(),
  dueAt: time.nullable().optional(),
  needsRelease: z.boolean().optional(),
  flags: z
    .object({ anonymous: z.boolean(), confidential: z.boolean(), proxy: z.boolean(), sealed: z.boolean() })
    .optional(),
  counts: z.object({ rework: z.int(), reopen: z.int(), return: z.int(), nudge: z.int() }).optional(),
  households: z.int().nullable().optional(),
  extensions: z.int().optional(),
  asked: z.object({ extension: z.boolean(), suspension: z.boolean() }).optional(),
  colour: z.enum(colours).nullable().optional(),
  abilities: z.array(z.string()).optional(),
});

const why = z.array(z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }));

export const orderDetailSchema = orderSummarySchema.extend({
  itemName: named,
  evidenceZh: z.string(),
  words: z.string().nullable(),
  contact: z.object({
    name: z.string().nullable(),
    phone: z.string().nullable(),
    detail: z.string().nullable(),
    revealable: z.array(z.string()),
  }),
  about: z.string().nullable(),
  also: z.object({ item: z.string(), name: named, mediates: z.boolean() }).nullable(),
  proxy: z
    .object({
      knownBy: z.string(),
      consentAt: time,
      spokenBy: z.string().nullable(),
      words: z.string().nullable(),
    })
    .nullable(),
  main: z
    .object({
      code: z.string().nullable(),
      status: z.enum(statuses),
      finishBy: time.nullable(),
      outcome: z.enum(outcomes).nullable(),
    })
    .nullable(),
  joined: z.array(z.object({ code: z.string(), mergedAt: time })),
  whole: z.string().nullable(),
  children: z.array(
    z.object({
      code: z.string(),
      words: z.string(),
      status: z.enum(statuses),
      holder: named.nullable(),
      dueAt: time.nullable(),
    }),
  ),
  waitsFor: z.string().nullable(),
  childCount: z.object({ total: z.int(), done: z.int() }).nullable(),
  promise: z.object({ acceptBy: time, finishBy: time }),
  clock: z.object({
    dispatchBy: time,
    acceptBy: time.nullable(),
    finishBy: time.nullable(),
    verifyBy: time.nullable(),
    returnBy: time.nullable(),
    callbackBy: time.nullable(),
    ratingUntil: time.nullable(),
    reopenUntil: time.nullable(),
    needInfoUntil: time.nullable(),
    suspendedAt: time.nullable(),
    resumeAt: time.nullable(),
    milestone: z.object({ kind: z.string(), by: time, metAt: time.nullable() }).nullable(),
    why,
    all: z.array(z.object({ kind: z.string(), startedAt: time, dueAt: time, why })),
  }),
  handler: z.object({ kind: z.string().nullable(), name: named, phone: z.string().nullable() }).nullable(),
  coHandlers: z.array(named.extend({ code: z.string() })),
  whistles: z.array(
    z.object({
      unit: z.string(),
      name: named,
      calledAt: time,
      arriveBy: time,
      arrivedAt: time.nullable(),
      late: z.boolean(),
    }),
  ),
  offer: z.object({ skills: z.array(z.string()), note: z.string().nullable() }).nullable(),
  timeline: z.array(
    z.object({
      seq: z.int(),
      type: z.string(),
      at: time,
      relation: z.string(),
      from: z.string().nullable(),
      to: z.string(),
      actor: named.nullable(),
      words: z.string().nullable(),
      photos: z.array(z.string()),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
  photos: z.array(z.object({ id: z.string(), kind: z.string(), seq: z.int(), sha256: z.string() })),
  evidence: z.array(
    z.object({ round: z.int(), kind: z.string(), text: z.string().nullable(), missingReason: z.string().nullable() }),
  ),
  checklist: z.object({ kinds: z.string(), proven: z.array(z.string()) }),
  ratings: z.array(
    z.object({
      via: z.string(),
      reached: z.boolean(),
      contactedInTime: z.boolean().nullable(),
      solved: z.string().nullable(),
      stars: z.int().nullable(),
      reason: z.string().nullable(),
      words: z.string().nullable(),
      at: time,
    }),
  ),
  position: z.object({ lat: z.number(), lng: z.number() }).nullable(),
  shift: z.object({ startsAt: time, endsAt: time }).nullable(),
  supervisions: z.array(supervisionSchema),
  explainedSignedAt: time.nullable(),
  kin: z.boolean(),
  relations: z.array(z.string()),
  routing: z
    .object({
      at: time,
      rule: z
        .object({
          id: z.string(),
          version: z.int(),
          name: z.string(),
          effect: ruleEffect,
          targetName: named.nullable(),
          reasons: why,
          faults: why,
        })
        .nullable(),
      broken: z.array(z.object({ id: z.string(), version: z.int(), name: z.string(), faults: why })),
      outcome: z.enum(['proposed', 'dispatched', 'withheld', 'none']),
      withheldReason: z.string().nullable(),
    })
    .nullable(),
});

export const orderListSchema = z.object({
  items: z.array(
    orderSummarySchema.extend({
      itemName: named,
      excerpt: z.string().nullable(),
      kin: z.boolean(),
      callbackBy: time.nullable(),
      used: z.number().nullable(),
    }),
  ),
  nextCursor: z.string().nullable(),
});

/** Orders that may be of the same thing, surest first, with the reasons (3.8). */
export const similarListSchema = z.object({
  items: z.array(
    z.object({
      code: z.string(),
      status: z.enum(statuses),
      item: z.string(),
      itemName: named,
      place: named,
      excerpt: z.string(),
      submittedAt: time,
      households: z.int().nullable(),
      reasons: z.array(z.object({ kind: z.string(), metres: z.int().optional(), share: z.int().optional() })),
      /** Whether it may be merged into the one that was asked for, or the other way round, and else why not. */
      refusal: z.string().nullable(),
    }),
  ),
});

export const submittedSchema = z.object({
  code: z.string(),
  queryCode: z.string(),
  pin: z.string().optional(),
  status: z.enum(statuses),
  promise: z.object({ acceptBy: time, finishBy: time }),
});

export const candidatesSchema = z.object({
  items: z.array(
    z.object({
      handler: z.union([z.object({ unit: z.string() }), z.object({ person: z.string() })]),
      name: named,
      group: z.string().nullable(),
      load: z.int(),
      returns: z.int(),
      distance: z.enum(distanceBands).nullable(),
      reasons: z.array(z.string()),
      preselected: z.boolean(),
    }),
  ),
  offer: z.boolean(),
  offerScope: z.enum(poolScopes).nullable(),
  volunteers: z.object({ own: z.int(), neighbours: z.int(), community: z.int() }),
});

export const dryRunSchema = z.object({
  looked: z.int(),
  hits: z.int(),
  targets: z.array(z.object({ target: z.string(), name: named.nullable(), count: z.int(), same: z.int() })),
  items: z.array(
    z.object({
      code: z.string(),
      item: z.string(),
      cell: z.string(),
      submittedAt: time,
      reasons: why,
      wouldGoTo: z.string(),
      wentTo: z.string().nullable(),
      same: z.boolean(),
      withheldReason: z.string().nullable(),
    }),
  ),
  names: z.record(z.string(), named),
});
