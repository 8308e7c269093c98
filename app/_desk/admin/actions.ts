'use server';

import { z } from 'zod';
import { coverCalendarYear } from '@/lib/calendar/commands/cover-calendar-year';
import { setCalendarDay } from '@/lib/calendar/commands/set-calendar-day';
import { coverCalendarYearInput, setCalendarDayInput } from '@/lib/calendar/input';
import { chooseRules } from '@/lib/deliberation/commands/choose-rules';
import { rulesInput } from '@/lib/deliberation/input';
import { DomainError } from '@/lib/kernel/errors';
import { checkHistory } from '@/lib/orders/commands/check-history';
import { declareTie } from '@/lib/people/commands/declare-tie';
import { disableAccount } from '@/lib/people/commands/disable-account';
import { enableAccount } from '@/lib/people/commands/enable-account';
import { endMembership } from '@/lib/people/commands/end-membership';
import { endTie } from '@/lib/people/commands/end-tie';
import { grantMembership } from '@/lib/people/commands/grant-membership';
import { revokeSession } from '@/lib/people/commands/revoke-session';
import {
  accountInput,
  endMembershipInput,
  grantMembershipInput,
  tieFormInput,
  tieInput,
  typedPhone,
} from '@/lib/people/input';
import { findPerson } from '@/lib/people/queries/find-person';
import { setLegalForm } from '@/lib/places/commands/set-legal-form';
import { legalFormInput } from '@/lib/places/input';
import { getArea } from '@/lib/places/queries/get-area';
import { changeSetting } from '@/lib/settings/commands/change-setting';
import { defineAction } from '@/lib/transport/action';
import { runAdminForm } from './answer';
import { settingFormInput } from './setting-form';

export async function disableAction(form: FormData): Promise<void> {
  return runAdminForm('disable', form, defineAction(accountInput, disableAccount));
}

export async function enableAction(form: FormData): Promise<void> {
  return runAdminForm('enable', form, defineAction(accountInput, enableAccount));
}

/** Where a page shows one person of several, it goes on showing that one. */
const personOf = (form: FormData): Record<string, string> => {
  const person = form.get('person');
  return typeof person === 'string' && person !== '' ? { person } : {};
};

/** A role is held in an area that exists; the verb itself takes any code of the right shape. */
export async function grantAction(form: FormData): Promise<void> {
  const action = defineAction(grantMembershipInput, async (ctx, input) => {
    await getArea(ctx, { code: input.areaCode });
    return grantMembership(ctx, input);
  });
  return runAdminForm('grant', form, action, personOf(form));
}

export async function endMembershipAction(form: FormData): Promise<void> {
  return runAdminForm('end', form, defineAction(endMembershipInput, endMembership), personOf(form));
}

/** The other person is named by account or mobile number; one that leads to nobody in particular is said at the field. */
export async function declareTieAction(form: FormData): Promise<void> {
  const action = defineAction(tieFormInput, async (ctx, { personId, other }) => {
    const phone = typedPhone.safeParse(other);
    const found = await findPerson(ctx, phone.success ? { phone: phone.data } : { account: other });
    if (!found) {
      const reason = 'person.unknown';
      throw new DomainError('not_found', reason, { issues: [{ path: 'other', reason, message: reason }] });
    }
    return declareTie(ctx, { personA: personId, personB: found.personId });
  });
  return runAdminForm('tie', form, action);
}

export async function endTieAction(form: FormData): Promise<void> {
  return runAdminForm('tie_end', form, defineAction(tieInput, endTie));
}

const revokeInput = z.object({ personId: z.uuid(), sessionId: z.uuid().optional() });

export async function revokeAction(form: FormData): Promise<void> {
  return runAdminForm('revoke', form, defineAction(revokeInput, revokeSession));
}

/** `none` in a form stands for "a day of the plain week", which is null for the verb. */
export async function setDayAction(form: FormData): Promise<void> {
  const date = String(form.get('date') ?? '');
  const year = date.slice(0, 4);
  const dayForm = z.preprocess((raw) => {
    const typed = raw as Record<string, unknown>;
    const kindOf = (value: unknown) => (value === 'none' ? null : value);
    return { ...typed, kind: kindOf(typed.kind), expected: kindOf(typed.expected) };
  }, setCalendarDayInput);
  return runAdminForm('day', form, defineAction(dayForm, setCalendarDay), { year, day: date });
}

export async function coverYearAction(form: FormData): Promise<void> {
  const year = String(form.get('year') ?? '');
  return runAdminForm('cover', form, defineAction(coverCalendarYearInput, coverCalendarYear), { year });
}

export async function changeSettingAction(form: FormData): Promise<void> {
  const key = String(form.get('key') ?? '');
  return runAdminForm('setting', form, defineAction(settingFormInput(key), changeSetting), { key });
}

export async function legalFormAction(form: FormData): Promise<void> {
  const area = String(form.get('area') ?? '');
  return runAdminForm('legal_form', form, defineAction(legalFormInput, setLegalForm), { key: area });
}

export async function rulesAction(form: FormData): Promise<void> {
  const community = String(form.get('community') ?? '');
  return runAdminForm('rules', form, defineAction(rulesInput, chooseRules), { key: community });
}

export async function checkHistoryAction(form: FormData): Promise<void> {
  return runAdminForm('check', form, defineAction(z.object({}), checkHistory));
}
