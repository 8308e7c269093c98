import { z } from 'zod';
import { isDateText } from '@/lib/calendar/shanghai';
import { type Role, roles } from '@/lib/kernel/context';
import { plainPhone } from '@/lib/kernel/text';
import { type AccountKind, accountKinds, type MemberKind, memberKinds, type PartyOrgKind } from './status';

/** Brings a typed login to the one form that is stored. */
export const loginKey = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();

const date = z.string().refine(isDateText, 'input.not_a_date');
const areaCode = z.string().regex(/^\d{2,15}(-[0-9A-Z]{1,6}){0,3}$/, 'input.not_an_area');
const code = z.string().min(1).max(60);
const login = z
  .string()
  .transform(loginKey)
  .pipe(z.string().regex(/^[a-z0-9][a-z0-9._-]{1,39}$/, 'account.login_shape'));
/** What was typed as a password; longer than this only costs the server time. */
const typedPassword = z.string().min(1, 'input.required').max(200);

/** `^1\d{10}$`: a mainland mobile number; 100… is the demo's. */
export const phone = z.string().regex(/^1\d{10}$/, 'input.not_a_phone');

export const signInInput = z.object({
  account: z.string().trim().min(1, 'input.required').max(80),
  password: typedPassword,
});
export type SignInInput = z.infer<typeof signInInput>;

export const typedPhone = z.string().max(40).transform(plainPhone).pipe(phone);

export const requestLoginCodeInput = z.object({ phone: typedPhone });
export type RequestLoginCodeInput = z.input<typeof requestLoginCodeInput>;

export const signInByCodeInput = z.object({
  phone: typedPhone,
  /** The digits alone count: what is pasted may bring words and spaces along. */
  code: z
    .string()
    .max(200)
    .transform((typed) => typed.normalize('NFKC').replace(/\D/g, ''))
    .pipe(z.string().regex(/^\d{6}$/, 'login.code_shape')),
});
export type SignInByCodeInput = z.input<typeof signInByCodeInput>;

export const changePasswordInput = z.object({
  current: typedPassword,
  next: z.string().min(1, 'input.required').max(200),
});
export type ChangePasswordInput = z.infer<typeof changePasswordInput>;

export const createAccountInput = z
  .object({
    /** A person who is in the register already. */
    personId: z.uuid().optional(),
    /** Or a new one. */
    displayName: z.string().trim().min(1, 'input.required').max(40).optional(),
    nameEn: z.string().trim().max(80).optional(),
    phone: phone.optional(),
    bornYear: z.int().min(1900).max(2100).optional(),
    householdCode: code.optional(),
    login,
    kind: z.enum(accountKinds),
  })
  .refine((v) => v.personId !== undefined || v.displayName !== undefined, {
    path: ['displayName'],
    message: 'input.required',
  });
export type CreateAccountInput = z.input<typeof createAccountInput>;

/** Two persons, in whichever order. */
export const tieInput = z.object({ personA: z.uuid(), personB: z.uuid() });
export type TieInput = z.infer<typeof tieInput>;

/** A person by what others know of them: their account or their mobile number, which is typed as when signing in. */
export const tieFormInput = z.object({ personId: z.uuid(), other: z.string().trim().min(2).max(60) });

export const accountInput = z.object({ accountId: z.uuid() });
export type AccountInput = z.infer<typeof accountInput>;

export const grantMembershipInput = z
  .object({
    personId: z.uuid(),
    role: z.enum(roles),
    areaCode,
    unitCode: code.optional(),
    partyOrgCode: code.optional(),
    memberKind: z.enum(memberKinds).optional(),
    validFrom: date,
    /** The last day, inclusive. */
    validTo: date.optional(),
  })
  .refine((v) => v.validTo === undefined || v.validFrom <= v.validTo, {
    path: ['validTo'],
    message: 'membership.ends_before_start',
  })
  .refine((v) => v.role !== 'unit_staff' || v.unitCode !== undefined, { path: ['unitCode'], message: 'input.required' })
  .refine((v) => v.role !== 'branch_verifier' || v.partyOrgCode !== undefined, {
    path: ['partyOrgCode'],
    message: 'input.required',
  });
export type GrantMembershipInput = z.infer<typeof grantMembershipInput>;

export const endMembershipInput = z.object({ membershipId: z.uuid(), lastOn: date });
export type EndMembershipInput = z.infer<typeof endMembershipInput>;

/** One endpoint or all of a method: `GET /orders`, `POST /orders/{code}/actions/{action}`, `GET *`. */
const scopePattern = z.string().regex(/^(GET|POST) (\*|\/[a-z0-9{}/-]+)$/i, 'api_key.scope_shape');

export const issueApiKeyInput = z.object({
  /** Which system uses it; becomes the name of its person in the register. */
  label: z.string().trim().min(1, 'input.required').max(60),
  /** A further key for the same system. */
  personId: z.uuid().optional(),
  scope: z.array(scopePattern).min(1).max(50),
  validDays: z.int().min(1).max(366),
});
export type IssueApiKeyInput = z.infer<typeof issueApiKeyInput>;

export const listAccountsInput = z.object({
  q: z.string().trim().max(60).optional(),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type ListAccountsInput = z.input<typeof listAccountsInput>;

/**
 * What a loader brings. Its own keys of persons tie the lists together and come back with the ids made; lists of other
 * slices (volunteers, routes …) may stand beside these.
 */
export interface PeopleRegister {
  persons: readonly {
    key: string;
    name: string;
    nameEn?: string;
    phone?: string;
    bornYear?: number;
    householdCode?: string;
  }[];
  accounts: readonly { login: string; personKey: string; roleKind: AccountKind }[];
  memberships: readonly {
    personKey: string;
    role: Role;
    areaCode: string;
    unitCode?: string;
    partyOrgCode?: string;
    memberKind?: MemberKind;
    validFrom: string;
    /** The last day; absent = open. */
    validTo?: string;
  }[];
  units: readonly {
    code: string;
    handlerGroup: string;
    nameZh: string;
    nameEn: string;
    phone?: string;
    areas?: readonly string[];
  }[];
  partyOrgs: readonly {
    code: string;
    parentCode: string | null;
    kind: PartyOrgKind;
    nameZh: string;
    nameEn: string;
    validFrom: string;
    validTo?: string;
    purpose?: string;
    members?: number;
    votingMembers?: number;
  }[];
  partyOrgCells: readonly { partyOrgCode: string; cellCode: string }[];
  ties: readonly { personKey: string; otherKey: string }[];
}
