import { expect, it } from 'vitest';
import { phoneToOffer } from '@/lib/orders/view';

it.each([
  [{ anonymous: false, confidential: false }, '10081230001', '10081230001'],
  [{ anonymous: false, confidential: false }, null, null],
  [{ anonymous: false, confidential: true }, '10081230001', null],
  [{ anonymous: true, confidential: false }, '10081230001', 'passed_over'],
  [{ anonymous: true, confidential: true }, '10081230001', 'passed_over'],
])('phoneToOffer: %j of %s is %s', (order, phone, offered) => {
  expect(phoneToOffer(order, phone)).toBe(offered);
});
