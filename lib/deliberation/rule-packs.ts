import type { LegalForm } from '@/lib/places/status';
import type { Body, VotingStage } from './status';
import type { Share } from './thresholds';

/** What one body needs before it may vote, and for what it votes on to pass. */
export interface BodyRule {
  body: Body;
  quorum: readonly Share[];
  majority: readonly Share[];
  /** Whole days between the notice of the meeting and the meeting. */
  noticeDays?: number;
  /** Whole days between sending the plan to all who vote and the meeting. */
  planDays?: number;
}

/**
 * The rules that a case starts with and keeps. Names of rules are message keys; where the text was compared, and when,
 * is shown wherever the pack is.
 */
export interface RulePack {
  id: string;
  legalForm: LegalForm;
  stages: Record<VotingStage, readonly [BodyRule, ...BodyRule[]]>;
  /** Days for which a resolution is on notice. Ours [O], no law names one. */
  publicDays: number;
  /** When the thresholds were compared with their texts, `YYYY-MM-DD`. */
  checkedOn: string;
}

const half = { num: 1, den: 2 } as const;
const twoThirds = { num: 2, den: 3 } as const;
const present = (share: { num: number; den: number; strict?: true }, source: string): Share => ({
  ...share,
  of: 'present',
  source,
});
const eligible = (share: { num: number; den: number; strict?: true }, source: string): Share => ({
  ...share,
  of: 'eligible',
  source,
});
const over = { strict: true } as const;
/** Both laws of the committees were amended on 2025-10-28, in force since 2026-01-01; the texts read are older. */
const amended = (share: Share): Share => ({ ...share, unread: true });

/** 支部工作条例 12: 半数以上委员到会. Which majority it takes no text says: more than half of those present is ours. */
const committee: BodyRule = {
  body: 'party_committee',
  quorum: [eligible(half, 'party_committee_12')],
  majority: [present({ ...half, ...over }, 'own')],
};
/** No text names a quorum for the joint meeting of the two committees: ours. */
const bothCommittees: BodyRule = {
  body: 'two_committees',
  quorum: [eligible({ ...half, ...over }, 'own')],
  majority: [present({ ...half, ...over }, 'own')],
};
/** 支部工作条例 11: half of the voting members present; more than half of all who should attend in favour. */
const partyMeeting: BodyRule = {
  body: 'party_meeting',
  quorum: [eligible(half, 'party_meeting_11')],
  majority: [eligible({ ...half, ...over }, 'party_meeting_11')],
};
/** 村委会组织法 26: two thirds of the members present, more than half of those present. */
const villageRepresentatives: BodyRule = {
  body: 'representative_meeting',
  quorum: [amended(eligible(twoThirds, 'villager_26'))],
  majority: [amended(present({ ...half, ...over }, 'villager_26'))],
};
/** 村委会组织法 21, 22: ten days' notice; more than half of all aged 18 and over, or two thirds of the households. */
const villageMeetings: BodyRule[] = [
  {
    body: 'full_meeting',
    quorum: [amended(eligible({ ...half, ...over }, 'villager_22'))],
    majority: [amended(present({ ...half, ...over }, 'villager_22'))],
    noticeDays: 10,
  },
  {
    body: 'household_meeting',
    quorum: [amended(eligible(twoThirds, 'villager_22'))],
    majority: [amended(present({ ...half, ...over }, 'villager_22'))],
    noticeDays: 10,
  },
];

const villager: RulePack = {
  id: 'villager_2018',
  legalForm: 'villager',
  stages: {
    propose: [committee],
    consult: [bothCommittees],
    review: [partyMeeting],
    resolve: [villageRepresentatives, ...villageMeetings],
  },
  publicDays: 7,
  checkedOn: '2026-11-22',
};

export const rulePacks: readonly RulePack[] = [
  villager,
  {
    ...villager,
    id: 'local_4+2',
    stages: {
      ...villager.stages,
      // The local words ask for two thirds present and 半数以上 of 应到; the party's own rule goes on holding beside them.
      review: [
        {
          ...partyMeeting,
          quorum: [eligible(twoThirds, 'local_review'), ...partyMeeting.quorum],
          majority: [eligible(half, 'local_review'), ...partyMeeting.majority],
          planDays: 3,
        },
      ],
    },
  },
  {
    id: 'resident_2026',
    legalForm: 'resident',
    stages: {
      propose: [committee],
      consult: [bothCommittees],
      review: [partyMeeting],
      resolve: [
        {
          body: 'representative_meeting',
          quorum: [eligible(twoThirds, 'own')],
          majority: [present({ ...half, ...over }, 'own')],
        },
        // 居委会组织法 (2018) 9: more than half present, more than half of those present.
        {
          body: 'full_meeting',
          quorum: [amended(eligible({ ...half, ...over }, 'resident_9'))],
          majority: [amended(present({ ...half, ...over }, 'resident_9'))],
        },
        {
          body: 'household_meeting',
          quorum: [amended(eligible({ ...half, ...over }, 'resident_9'))],
          majority: [amended(present({ ...half, ...over }, 'resident_9'))],
        },
      ],
    },
    publicDays: 7,
    checkedOn: '2026-11-22',
  },
];

/** The pack that a case keeps. @throws RangeError for an id that no version of the program ever had. */
export function packOf(id: string): RulePack {
  const pack = rulePacks.find((one) => one.id === id);
  if (!pack) throw new RangeError(`no rule pack ${id}`);
  return pack;
}

/** Whether some share of a pack rests on an older text than the one in force: said wherever the pack is. */
export const isUnread = (pack: RulePack): boolean =>
  Object.values(pack.stages)
    .flat()
    .some(({ quorum, majority }) => [...quorum, ...majority].some(({ unread }) => unread === true));

/** The packs that a community of this legal form may choose of; the first is the one of its law. */
export const packsOf = (legalForm: LegalForm): readonly RulePack[] =>
  rulePacks.filter((pack) => pack.legalForm === legalForm);

/** The rule of a body in a stage; undefined where that body does not meet in it. */
export const ruleOf = (pack: RulePack, stage: VotingStage, body: Body): BodyRule | undefined =>
  pack.stages[stage].find((rule) => rule.body === body);
