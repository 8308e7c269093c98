import { expect, it } from 'vitest';
import { plainPhone } from '@/lib/kernel/text';

it.each([
  ['13912345678', '13912345678'],
  ['１３９ 1234-5678', '13912345678'],
  ['+86 139 1234 5678', '13912345678'],
  ['0086(139)12345678', '13912345678'],
  ['139 1234 567', '1391234567'],
])('%s is read as %s', (typed, plain) => {
  expect(plainPhone(typed)).toBe(plain);
});
