export const accountKinds = ['staff', 'volunteer', 'resident'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** 3.13, further identifiers. */
export const memberKinds = ['posted_cadre', 'community_cadre', 'employed_member', 'volunteer', 'grid_worker'] as const;
export type MemberKind = (typeof memberKinds)[number];

/** 党支部, 党总支, 临时党支部; `committee` is what stands above a community (街道党工委). */
export const partyOrgKinds = ['branch', 'general_branch', 'temp_branch', 'committee'] as const;
export type PartyOrgKind = (typeof partyOrgKinds)[number];
