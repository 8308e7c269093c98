import { describe, expect, it } from 'vitest';
import { untold } from '@/app/_order/staff-sentence';
import { toldToResident } from '@/lib/orders/timeline';
import en from '@/messages/en.json';
import zh from '@/messages/zh-CN.json';

/** Names that a message asks for: `{channel, select, …}`, and `{count}`, but not the words of a choice: `web {online}`. */
const asked = (message: string) =>
  [...message.matchAll(/\{(\w+),|(?<!\w )\{(\w+)\}/g)].map(([, chosen, plain]) => chosen ?? plain ?? '');

/** Whoever only typed an order reads it on a staff page with no more of the data than the resident is told. */
describe('the sentences of the history', () => {
  const known = [...toldToResident, ...Object.keys(untold), 'relation'];

  it.each(Object.keys(zh.event.staff))('%s can be said to whoever typed the order', (type) => {
    const key = type as keyof typeof zh.event.staff;
    for (const message of [zh.event.staff[key], en.event.staff[key]]) {
      expect(known, message).toEqual(expect.arrayContaining(asked(message)));
    }
  });
});
