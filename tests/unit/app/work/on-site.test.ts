import { describe, expect, it } from 'vitest';
import { onSite } from '@/app/_work/on-site';

const at = (time: string) => `2024-01-15T${time}:00+08:00`;
const story = (...events: [type: string, time: string][]) =>
  events.map(([type, time]) => ({ type: `order.${type}`, at: at(time) }));

describe('time on site', () => {
  it('is the sum of arrivals to leavings since the order was taken', () => {
    const site = onSite(
      story(['claimed', '08:00'], ['arrived', '09:00'], ['left', '09:30'], ['arrived', '10:00'], ['left', '10:17']),
    );
    expect(site).toEqual({ since: null, minutes: 47, visits: 2, arrived: true });
  });

  it('runs on while nobody has left, and a second arrival does not start it anew', () => {
    const site = onSite(story(['signed', '08:00'], ['arrived', '09:00'], ['arrived', '09:20']));
    expect(site).toEqual({ since: Date.parse(at('09:00')), minutes: 0, visits: 0, arrived: true });
  });

  it('ends with the evidence: whoever hands it in has checked out', () => {
    const site = onSite(story(['claimed', '08:00'], ['arrived', '09:00'], ['evidence_submitted', '09:40']));
    expect(site).toMatchObject({ since: null, minutes: 40, visits: 1 });
  });

  it('asks for a new arrival after the verifier sent it back, and keeps the minutes', () => {
    const site = onSite(
      story(
        ['signed', '08:00'],
        ['arrived', '09:00'],
        ['left', '09:40'],
        ['evidence_submitted', '09:50'],
        ['reworked', '11:00'],
      ),
    );
    expect(site).toEqual({ since: null, minutes: 40, visits: 1, arrived: false });
  });

  it('begins anew for the next handler', () => {
    const site = onSite(story(['claimed', '08:00'], ['arrived', '08:30'], ['released', '08:40'], ['claimed', '09:00']));
    expect(site).toEqual({ since: null, minutes: 0, visits: 0, arrived: false });
  });
});
