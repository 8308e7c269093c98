import { describe, expect, it } from 'vitest';
import { readRoll, rollText } from '@/app/_matters/deliberation/roll-lines';
import { issuesByLine } from '@/app/_matters/deliberation/run-step';
import { sentForm, typedForm } from '@/app/_matters/deliberation/sent-form';
import type { StepName } from '@/app/_matters/deliberation/step-fields';
import { fenText, readLines, yuanText } from '@/app/_matters/deliberation/typed-rows';
import * as input from '@/lib/deliberation/input';
import { isDomainError } from '@/lib/kernel/errors';
import { formFields, formInput } from '@/lib/transport/form';
import { readInput } from '@/lib/transport/issues';

const formOf = (fields: Record<string, string>): FormData => {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
};
const onCase = { step: 'x', code: 'PL-YS-2024-001', version: '3', clientId: 'client-0001' };

/** What the verb of a step reads of a form, or the path and reason of what it refuses. */
function read(step: StepName | 'open', schema: Parameters<typeof readInput>[0], fields: Record<string, string>) {
  const sent = sentForm(step, formOf({ ...onCase, ...fields }));
  try {
    return readInput(schema, formInput(formFields(sent)), { texts: true, locale: 'zh-CN' });
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return (error.details.issues ?? []).map(({ path, reason }) => `${path} ${reason}`);
  }
}

describe('a roll that is pasted', () => {
  it('is one person a line, with or without numbers, tabs, spaces within names', () => {
    expect(
      readRoll('1. 张三\n2\t李　四\n\n3、王五（预备）\n赵六 预备党员 @zhaoliu\n欧阳 修\nJohn Smith probationary'),
    ).toEqual([
      { name: '张三', seat: 'voting' },
      { name: '李四', seat: 'voting' },
      { name: '王五', seat: 'probationary' },
      { name: '赵六', seat: 'probationary', account: 'zhaoliu' },
      { name: '欧阳修', seat: 'voting' },
      { name: 'John Smith', seat: 'probationary' },
    ]);
  });

  it('has no vote for anybody who is on probation, and refuses by its line what it cannot tell', () => {
    const typed = '张三 预备期\n李四【预备党员】\n王五 预备期党员\n赵六';
    expect(readRoll(typed).map(({ name, seat }) => `${name} ${seat}`)).toEqual([
      '张三 probationary',
      '李四 probationary',
      '王五 probationary',
      '赵六 voting',
    ]);
    expect(read('enter_roll', input.rollInput, { seats: '张三\n李四预备\n王五（预备转正）' })).toEqual([
      'seats.1.name deliberation.probation_unclear',
      'seats.2.name deliberation.probation_unclear',
    ]);
  });

  it('takes the end of a web vote where there is one, and the owners’ numbers for their ground alone', () => {
    const convene = {
      body: 'party_committee',
      heldAt: '2024-03-15T09:00',
      place: '二楼',
      votesUntil: '2024-03-17T18:00',
    };
    expect(read('convene', input.conveneInput, convene)).not.toHaveProperty('votesUntil');
    expect(read('convene', input.conveneInput, { ...convene, web: 'true' })).toMatchObject({
      votesUntil: Date.parse('2024-03-17T18:00:00+08:00'),
    });
    const owners = {
      'owners.matter': 'change_use',
      'owners.headsAll': '90',
      'owners.headsPart': '60',
      'owners.headsYes': '45',
      'owners.areaAll': '9000.5',
      'owners.areaPart': '6000.5',
      'owners.areaYes': '4600',
    };
    const words = '业主大会三月二日表决';
    expect(read('state_basis', input.basisInput, { basis: 'owners_vote', words, ...owners })).toMatchObject({
      owners: { matter: 'change_use', headsAll: 90, areaAll: 9000.5 },
    });
    expect(read('state_basis', input.basisInput, { basis: 'not_shared', ...owners })).not.toHaveProperty('owners');
  });

  it('may be one line with marks between the names', () => {
    expect(readRoll('张三、李四，王五;赵六').map((one) => one.name)).toEqual(['张三', '李四', '王五', '赵六']);
  });

  it('is shown as it can be pasted again', () => {
    const seats = readRoll('张三 @zhangsan\n王五 预备');
    const shown = rollText(
      seats.map((one, i) => ({
        ...one,
        ordinal: i + 1,
        account: one.account ?? null,
        inRoom: false,
        votedOnWeb: false,
      })),
    );
    expect(readRoll(shown)).toEqual(seats);
  });

  it('reaches the verb whole, also where it is long', () => {
    const names = Array.from({ length: 1200 }, (_, i) => `${i + 1} 与会人${i + 1}${i % 100 === 0 ? ' 预备' : ''}`);
    const said = read('enter_roll', input.rollInput, { seats: names.join('\n') });
    expect(said).toMatchObject({ version: 3 });
    const { seats } = said as { seats: { name: string; seat: string }[] };
    expect(seats).toHaveLength(1200);
    expect(seats[100]).toEqual({ name: '与会人101', seat: 'probationary' });
    expect(seats[1199]).toEqual({ name: '与会人1200', seat: 'voting' });
  });

  it('that is empty is refused at its field', () => {
    expect(read('enter_roll', input.rollInput, { seats: ' \n ' })).toEqual(['seats input.required']);
  });
});

describe('points', () => {
  it('are lines, without the numbers that were typed before them', () => {
    expect(readLines('1. 本社区居民停车免费\n② 外单位需缴费\n\n（3）低于市场价\n2024年公布')).toEqual([
      '本社区居民停车免费',
      '外单位需缴费',
      '低于市场价',
      '2024年公布',
    ]);
  });

  it('reach the verb as a list, one alone as well', () => {
    expect(read('write_plan', input.planInput, { points: '停车免费', words: '' })).toMatchObject({
      points: ['停车免费'],
    });
  });

  it('that are wrong are told once, with the number of the line', () => {
    const issue = (path: string, message: string) => ({ path, reason: 'input.too_short', message });
    expect(
      issuesByLine(
        [issue('points.1', '太短'), issue('points.3', '太短'), issue('reason', '必填')],
        (n, words) => `${n}:${words}`,
      ),
    ).toEqual([issue('points', '2:太短 4:太短'), issue('reason', '必填')]);
  });
});

describe('money', () => {
  it.each([
    ['3', '300'],
    ['3.5', '350'],
    ['0.05', '5'],
    ['１２', '1200'],
    ['1,200.00', '120000'],
    ['三元', '三元'],
    ['-3', '-3'],
    ['3.555', '3.555'],
  ])('%s yuan is %s fen, or stays as it was', (yuan, fen) => expect(fenText(yuan)).toBe(fen));

  it('is shown without needless zeros', () => {
    expect([300, 350, 5, 120_000].map(yuanText)).toEqual(['3', '3.50', '0.05', '1200']);
  });

  it('of a table is read row by row; empty rows are none, wherever they stand', () => {
    expect(
      read('set_prices', input.pricesInput, {
        'prices.0.label': '小车每小时',
        'prices.0.priceFen': '3',
        'prices.0.marketFen': '5',
        'prices.0.unit': '小时',
        'prices.1.label': '',
        'prices.2.label': '包月',
        'prices.2.priceFen': '99.9',
        'prices.2.marketFen': '150',
        'prices.2.unit': '月',
      }),
    ).toMatchObject({
      prices: [
        { label: '小车每小时', priceFen: 300, marketFen: 500, unit: '小时' },
        { label: '包月', priceFen: 9990, marketFen: 15_000, unit: '月' },
      ],
    });
  });

  it('that is none is refused in the row where it then stands, and nothing typed is lost', () => {
    const typed = {
      'prices.1.label': '包月',
      'prices.1.priceFen': '九十',
      'prices.1.marketFen': '150',
      'prices.1.unit': '月',
    };
    expect(read('set_prices', input.pricesInput, typed)).toEqual(['prices.0.priceFen input.wrong_type']);
    expect(typedForm('set_prices', formOf(typed)).get('prices.0.priceFen')).toBe('九十');
  });

  it('of the accounts is yuan, a count is pieces, and a chosen kind alone is no row', () => {
    expect(
      read('publish_result', input.resultInput, {
        points: '停车秩序好转',
        'figures.0.kind': 'count',
        'figures.0.label': '外单位车辆',
        'figures.0.amount': '1830',
        'figures.0.unit': '辆次',
        'figures.1.kind': 'income',
        'figures.1.label': '停车费',
        'figures.1.amount': '9180',
        'figures.1.unit': '',
        'figures.2.kind': 'cost',
        'figures.2.label': '',
        'figures.2.amount': '',
        'figures.2.unit': '元',
      }),
    ).toMatchObject({
      figures: [
        { kind: 'count', label: '外单位车辆', amount: 1830, unit: '辆次' },
        { kind: 'income', label: '停车费', amount: 918_000, unit: '元' },
      ],
    });
  });
});

describe('the other forms', () => {
  it('say no where a box is not ticked', () => {
    expect(read('revise', input.reviseInput, { title: '规范停车', needsFiling: 'true' })).toMatchObject({
      needsFiling: true,
      belowMarket: false,
    });
  });

  it('give the time of a meeting as it is in Shanghai', () => {
    const said = read('convene', input.conveneInput, {
      body: 'party_meeting',
      heldAt: '2024-01-20T09:00',
      place: '活动室',
    });
    expect(said).toMatchObject({ heldAt: Date.parse('2024-01-20T09:00:00+08:00'), web: false });
  });

  it('take numbers of orders with anything between them', () => {
    expect(
      read('add_source', input.sourcesInput, { orders: 'PL20240110-0002，pl20240110-0003\nPL20240110-0004' }),
    ).toMatchObject({
      orders: ['PL20240110-0002', 'PL20240110-0003', 'PL20240110-0004'],
    });
  });
});
