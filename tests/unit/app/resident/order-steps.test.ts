import { describe, expect, it } from 'vitest';
import { orderSteps } from '@/app/_resident/order-steps';
import { undoUntil } from '@/app/_resident/undo';
import { solvedQuestion } from '@/app/_track/solved-question';
import messages from '@/messages/zh-CN.json' with { type: 'json' };

const told = (status: string, item = '0601', by: string | null = null) =>
  orderSteps({ status, item, by })?.map(({ label, state }) => `${label} ${state}`);

describe('the three steps of an order', () => {
  it('say who repairs it, and what comes', () => {
    expect(told('in_progress', '0601', '坡里物业')).toEqual(['sent past', 'repair_by now', 'verify next']);
    expect(told('assigned', '0902', '刘**')).toEqual(['sent past', 'handle_by now', 'verify next']);
  });

  it('move on with its state', () => {
    expect(told('submitted')?.[1]).toBe('dispatch now');
    expect(told('need_info')?.[1]).toBe('asked now');
    expect(told('awaiting_verification')).toEqual(['sent past', 'repair_done past', 'verify now']);
    expect(told('awaiting_rating')?.[2]).toBe('rate now');
    expect(told('closed')?.[2]).toBe('closed past');
  });

  it('are not there for what ended without being done', () => {
    for (const status of ['declined', 'merged', 'withdrawn']) expect(told(status)).toBeUndefined();
  });

  it('have words for every step they name', () => {
    const named = [
      'submitted',
      'offered',
      'need_info',
      'assigned',
      'awaiting_verification',
      'awaiting_rating',
      'closed',
    ]
      .flatMap((status) =>
        ['0601', '0902'].flatMap((item) => [null, 'x'].map((by) => orderSteps({ status, item, by }))),
      )
      .flatMap((steps) => steps?.map(({ label }) => label) ?? []);
    for (const label of named) expect(messages.mine.step).toHaveProperty(label);
  });
});

describe('the time to undo', () => {
  const submittedAt = '2024-01-10T09:00:00+08:00';

  it('is ten minutes from sending, and over once it may not be amended', () => {
    expect(undoUntil({ abilities: ['amend'], submittedAt })).toBe(Date.parse('2024-01-10T09:10:00+08:00'));
    expect(undoUntil({ abilities: ['withdraw'], submittedAt })).toBeNull();
  });
});

describe('the question after the work', () => {
  it('is asked in the words of the thing where there are any', () => {
    expect([solvedQuestion('0601'), solvedQuestion('1403'), solvedQuestion(undefined)]).toEqual([
      'rate.solved_of.lamp',
      'rate.solved',
      'rate.solved',
    ]);
    for (const thing of Object.values(messages.rate.solved_of)) {
      expect(Object.keys(thing).sort()).toEqual(['no', 'partly', 'question', 'yes']);
    }
  });
});
