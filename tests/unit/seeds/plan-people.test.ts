import { describe, expect, it } from 'vitest';
import { shanghaiDate } from '@/lib/calendar/shanghai';
import { parkCode } from '@/seeds/demo/geography-plan';
import { openOrders, planDemoOrders } from '@/seeds/demo/plan';
import { cellsOfScope } from '@/seeds/demo/plan-hands';
import { planItem } from '@/seeds/demo/plan-items';
import { allHomes, verifierOf } from '@/seeds/demo/plan-places';
import { knownPeople, planRepresentatives } from '@/seeds/demo/plan-residents';
import { dangerIn } from '@/seeds/demo/plan-unnamed';
import { count, has, stepsOf, tally } from './plan-counting';
import { walk } from './plan-simulation';

const seed = 20_240_115;
const plan = planDemoOrders({ seed });
const walked = plan.map(walk);
const at = (text: string) => Date.parse(`${text}+08:00`);

describe('who is in the history', () => {
  it('has 2 % without a name and 1 % in confidence, none of which is offered to volunteers', () => {
    expect(count(plan, (o) => o.requester.anonymous === true)).toBe(9);
    const secret = plan.filter((o) => o.requester.confidential === true);
    expect(secret).toHaveLength(4);
    expect(secret.some((o) => has(o, 'offer'))).toBe(false);
    for (const order of plan.filter((o) => o.requester.anonymous)) {
      expect([order.requester.name, order.requester.phone, order.proxy?.spokenBy]).toEqual([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

  it('is typed by those whose channel it is', () => {
    const proxied = ['hall', 'chat', 'phone', 'hotline', 'representative'];
    for (const order of plan) {
      expect(order.proxy?.byLogin ?? order.submitBy, order.key).toBe(order.submitBy);
      if (proxied.includes(order.channel)) expect(order.proxy, order.key).toBeDefined();
      if (order.channel === 'representative') expect(order.submitBy).toMatch(/^(sunxiuying|representative-[acd])$/);
      if (['hall', 'chat', 'phone', 'hotline'].includes(order.channel))
        expect(['limin', 'chenchen']).toContain(order.submitBy);
      if (order.requester.personKey) expect(order.submitBy).toBe(order.requester.personKey);
    }
    const own = tally(plan.flatMap((o) => (o.channel === 'web' ? (o.requester.personKey ?? []) : [])));
    expect(own).toEqual({ wangguilan: 3, zhoujianguo: 3, sunxiuying: 2, annakeller: 1 });
  });

  it('is verified by the branch of the cell, never by who handled or brought it', () => {
    for (const one of walked) {
      for (const step of one.plan.steps.filter((s) => s.step === 'pass' || s.step === 'rework')) {
        expect(step.by).toBe(verifierOf(one.plan.cell));
        expect(one.handled.has(step.by)).toBe(false);
      }
    }
  });

  it('claims only what was offered to the volunteer, three at most at a time', () => {
    const volunteers = knownPeople().volunteers;
    for (const order of plan) {
      const [offer] = stepsOf([order], 'offer');
      for (const step of stepsOf([order], 'claim')) {
        const volunteer = volunteers.find((one) => one.key === step.by);
        const cells = offer ? cellsOfScope(offer.cells, order.cell) : [];
        expect(
          volunteer?.cells.some((cell) => cells.includes(cell)),
          `${order.key} ${step.by}`,
        ).toBe(true);
        expect(
          offer?.skills.every((skill) => volunteer?.skills.some((one) => one === skill)),
          order.key,
        ).toBe(true);
      }
    }
    const moves = walked.flatMap((one) => {
      let holder: string | null = null;
      return one.plan.steps.flatMap((step, i): { by: string; at: number; change: number }[] => {
        const when = one.times[i] ?? 0;
        if (step.step === 'claim') {
          holder = step.by;
          return [{ by: step.by, at: when, change: 1 }];
        }
        if (holder && (step.step === 'release' || step.step === 'submit_evidence'))
          return [{ by: holder, at: when, change: -1 }];
        if (holder && step.step === 'rework') return [{ by: holder, at: when, change: 1 }];
        return [];
      });
    });
    const open = new Map<string, number>();
    for (const move of moves.sort((a, b) => a.at - b.at)) {
      open.set(move.by, (open.get(move.by) ?? 0) + move.change);
      expect(open.get(move.by)).toBeLessThanOrEqual(3);
    }
    const claims = tally(stepsOf(plan, 'claim').map((step) => step.by));
    expect(claims.liuyang).toBeGreaterThanOrEqual(3);
    expect(claims.mali).toBeGreaterThanOrEqual(3);
    expect(Object.keys(claims).length).toBeGreaterThanOrEqual(40);
  });

  it('happens at real doors, lifts in D, and nowhere in the park what needs a stair', () => {
    const doors = new Set(allHomes.map((home) => home.household));
    const points = /^PL-[LG]\d$/;
    for (const order of plan) {
      if (order.place.door) expect(doors.has(order.place.areaCode), order.key).toBe(true);
      if (order.cell === parkCode) expect(order.place.pointCode, order.key).toMatch(points);
      else expect(order.place.areaCode.startsWith(order.cell), order.key).toBe(true);
      if (order.item === '0502') expect(order.cell.endsWith('006')).toBe(true);
    }
  });

  it('adds representatives who live alone in their homes', () => {
    const homes = [...knownPeople().homes.values()];
    for (const person of planRepresentatives.persons) {
      expect(allHomes.some((home) => home.household === person.householdCode)).toBe(true);
      expect(count(homes, (home) => home === person.householdCode)).toBe(1);
      expect(person.phone).toMatch(/^100\d{8}$/);
    }
  });

  it('gives nobody a real phone number', () => {
    for (const order of [...plan, ...openOrders({ seed, now: at('2024-01-15T08:20:00') })]) {
      if (order.requester.phone) expect(order.requester.phone).toMatch(/^100\d{8}$/);
      expect(JSON.stringify(order.steps)).not.toMatch(/[^\d:]1[3-9]\d{9}(?!\d)/);
    }
  });
});

describe('what the history says', () => {
  it('uses no sentence more than six times', () => {
    expect(Math.max(...Object.values(tally(plan.map((o) => o.sentence))))).toBeLessThanOrEqual(6);
    expect(Math.max(...Object.values(tally(plan.map((o) => o.words))))).toBeLessThanOrEqual(6);
    expect(new Set(plan.map((o) => o.sentence)).size).toBeGreaterThan(300);
  });

  it('has slips in 5 % of its texts and no open slot in any', () => {
    expect(count(plan, (o) => o.typo === true)).toBe(22);
    expect(JSON.stringify(plan)).not.toMatch(/\{\w+\}/);
  });

  it('names no danger outside U1, which the words alone would make of it', () => {
    for (const order of plan.filter((o) => planItem(o.item).urgency !== 'U1')) {
      expect(dangerIn(order.words), order.words).toEqual([]);
    }
  });

  it('speaks English where the requester does', () => {
    for (const order of plan.filter((o) => o.requester.personKey === 'annakeller')) {
      expect(order.words).toMatch(/^[\x20-\x7e]+$/);
      for (const step of stepsOf([order], 'rate')) expect(step.words ?? 'none').toMatch(/^[\x20-\x7e]+$/);
    }
  });

  it('tells the two requests of the source from words to rating', () => {
    const room = plan.find((o) => o.item === '0603' && o.words.includes('棋牌室'));
    const parking = plan.find((o) => o.item === '0803' && o.words.includes('四个小区'));
    for (const order of [room, parking]) {
      expect(order?.steps.map((step) => step.step)).toEqual(
        expect.arrayContaining(['assign', 'sign', 'note', 'submit_evidence', 'pass', 'rate']),
      );
      expect(order && stepsOf([order], 'submit_evidence')[0]?.outcome).toBe('explained');
    }
    expect(room?.cell.endsWith('005')).toBe(true);
    expect(shanghaiDate(room?.submittedAt ?? 0).slice(0, 7)).toBe('2023-07');
    expect(room && stepsOf([room], 'submit_evidence')[0]?.noteText).toContain('2024年一季度');
    expect(parking && stepsOf([parking], 'submit_evidence')[0]?.noteText).toContain('本社区居民停车免费');
  });
});
