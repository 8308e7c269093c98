import { describe, expect, it } from 'vitest';
import { issuesOfForm, newOrderInput } from '@/app/_desk/new/new-order';
import { proxyChannels } from '@/app/_desk/new/proxy-channels';
import type { PersonActor, Role } from '@/lib/kernel/context';
import { submitOrderInput } from '@/lib/orders/input';
import { originOf } from '@/lib/orders/origin';

const consentAt = '2024-01-15T09:00:00.000+08:00';
const typed = {
  channel: 'hall',
  knownBy: 'in_person',
  words: ' 楼上漏水 ',
  item: '0701',
  otherItem: '',
  address: 'A区3号楼1单元502',
  areaCode: '',
  spokenBy: '周建国',
  phone: '100 0000 0002',
  clientId: 'a-key-of-mine',
};

describe('the fields of 代点单 as the input of submit', () => {
  it('are read by its schema', () => {
    const input = submitOrderInput.parse(newOrderInput(typed, consentAt, []));
    expect(input).toMatchObject({
      item: '0701',
      words: '楼上漏水',
      place: { address: 'A区3号楼1单元502' },
      contact: { name: '周建国', phone: '10000000002' },
      proxy: { spokenBy: '周建国', knownBy: 'in_person', consentAt: Date.parse(consentAt), words: '楼上漏水' },
      anonymous: false,
      channel: 'hall',
    });
  });

  it('keep no name of somebody who wants to stay anonymous', () => {
    const input = newOrderInput({ ...typed, naming: 'anonymous' }, consentAt, []);
    expect(input.contact).toEqual({ name: undefined, phone: '100 0000 0002' });
    expect(input.proxy?.spokenBy).toBeUndefined();
  });

  it('keep the words as they were said beside what the clerk made of them', () => {
    const read = (more: Record<string, string>) => {
      const input = newOrderInput({ ...typed, ...more }, consentAt, []);
      return [input.proxy?.words, input.words];
    };
    expect(read({})).toEqual(['楼上漏水', '楼上漏水']);
    expect(read({ summary: '502 天花板漏水，请先关楼上水阀' })).toEqual(['楼上漏水', '502 天花板漏水，请先关楼上水阀']);
    // A prefilled text that nobody touched goes with the words when these are corrected.
    expect(read({ words: '楼上又漏水', summary: '楼上漏水', prefilled: '楼上漏水' })).toEqual([
      '楼上又漏水',
      '楼上又漏水',
    ]);
    expect(read({ words: '楼上又漏水', summary: '请关水阀', prefilled: '' })).toEqual(['楼上又漏水', '请关水阀']);
  });

  it('know by the channel how it was heard, unless it was said otherwise', () => {
    const known = (more: Record<string, string>) =>
      newOrderInput({ ...typed, knownBy: '', ...more }, consentAt, []).proxy?.knownBy;
    expect(['hall', 'phone', 'chat', 'hotline', 'foreign_desk'].map((channel) => known({ channel }))).toEqual([
      'in_person',
      'phone',
      'chat',
      'phone',
      'in_person',
    ]);
    expect(known({ channel: 'hall', knownBy: 'phone' })).toBe('phone');
    expect(newOrderInput({ ...typed, naming: 'confidential' }, consentAt, []).confidential).toBe(true);
  });

  it('take the other item only when it was chosen, and the building before the address', () => {
    expect(newOrderInput({ ...typed, otherItem: '0802' }, consentAt, []).item).toBe('0701');
    expect(newOrderInput({ ...typed, item: 'other', otherItem: '0802' }, consentAt, []).item).toBe('0802');
    const place = newOrderInput({ ...typed, areaCode: '320371003208001-03' }, consentAt, []).place;
    expect(place).toEqual({ areaCode: '320371003208001-03', address: undefined, detail: undefined });
  });

  it('are refused without consent, at the tick', () => {
    const result = submitOrderInput.safeParse(newOrderInput(typed, undefined, []));
    const paths = result.error?.issues.map((issue) => issue.path.join('.')) ?? [];
    expect(paths).toEqual(['proxy.consentAt']);
    const issues = issuesOfForm({
      reason: 'input.invalid',
      message: '',
      issues: paths.map((path) => ({ path, reason: 'input.required', message: '请填写' })),
    });
    expect(issues[0]?.path).toBe('consent');
  });

  it('read shift times as times in Shanghai', () => {
    const input = submitOrderInput.parse(
      newOrderInput({ ...typed, shiftStartsAt: '2024-01-16T08:00', shiftEndsAt: '2024-01-16T12:00' }, consentAt, []),
    );
    expect(input.shiftEndsAt).toBe(Date.parse('2024-01-16T12:00:00+08:00'));
  });
});

describe('where a refusal belongs', () => {
  it.each([
    ['place.address_unknown', 'address'],
    ['photo.unknown', 'photos'],
    ['order.consent_missing', 'consent'],
    ['throttle.submit_phone', 'words'],
  ])('%s → %s', (reason, field) => {
    expect(issuesOfForm({ reason, message: '不行' })).toEqual([{ path: field, reason, message: '不行' }]);
  });
});

describe('channels of the desk', () => {
  const actor = (role: Role): PersonActor => ({
    kind: 'person',
    personId: 'p',
    sessionId: 's',
    sessionKind: 'staff',
    name: '某',
    memberships: [{ role, areaCode: '320371003208', unitCode: null, partyOrgCode: null }],
    householdCode: null,
    verifiesCells: [],
    verifiesCellsAsParent: [],
    ties: [],
  });
  const accepts = (role: Role, channel: string) => {
    try {
      originOf(actor(role), submitOrderInput.parse({ ...newOrderInput(typed, consentAt, []), channel }));
      return true;
    } catch {
      return false;
    }
  };

  it('are those that submit takes from the same roles', () => {
    for (const role of ['hall_clerk', 'dispatcher'] as const) {
      for (const channel of proxyChannels) expect(accepts(role, channel), `${role} ${channel}`).toBe(true);
    }
    expect(accepts('hall_clerk', 'patrol')).toBe(false);
    expect(accepts('secretary', 'hall')).toBe(false);
    expect(accepts('street_officer', 'hall')).toBe(false);
  });
});
