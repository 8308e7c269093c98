import { describe, expect, it } from 'vitest';
import { maskName } from '@/lib/kernel/text';
import { planDemoOrders } from '@/seeds/demo/plan';
import { spokenWords } from '@/seeds/demo/plan-words';
import { elderGivenNames, givenNames, surnames } from '@/seeds/demo/texts/names';

const proxied = planDemoOrders({ seed: 20_240_115 }).filter((order) => order.proxy !== undefined);
const given = new Set([...elderGivenNames, ...givenNames]);

describe('orders that staff typed for others', () => {
  it('name who spoke, so that the mask is that of a name', () => {
    const named = proxied.filter((order) => !order.requester.anonymous);
    expect(named.length).toBeGreaterThan(100);
    for (const order of named) {
      const name = order.proxy?.spokenBy ?? '';
      expect(surnames, name).toContain(name.slice(0, 1));
      expect(given.has(name.slice(1)), name).toBe(true);
      expect(maskName(name)).toMatch(/^\p{Script=Han}\*{1,3}$/u);
    }
  });

  it('keep what was said: a chat line with its sender, the others without the opening of the clerk', () => {
    for (const order of proxied) {
      const said = spokenWords(order);
      expect(said).not.toMatch(/^(来访|来电)(反映|建议)|^热线转办/);
      expect(order.words).toContain(said.slice((order.proxy?.nickname?.length ?? -1) + 1));
      expect(said.includes('：') && said.startsWith(order.proxy?.nickname ?? '\0')).toBe(order.channel === 'chat');
    }
  });
});
