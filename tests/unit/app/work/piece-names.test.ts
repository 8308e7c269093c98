import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { itemPieceNames, pieceNamer } from '@/app/_work/piece-names';
import { readCsv } from '@/seeds/csv';

const namer = (kinds: string, evidenceZh: string, locale: 'zh-CN' | 'en') =>
  pieceNamer({ checklist: { kinds }, evidenceZh }, locale, (key) => `<${key}>`);

describe('what an item calls its pieces', () => {
  it.each([
    ['photo_before+photo_after+document', '前后照片+户主告知单', { document: '户主告知单' }],
    ['photo_before+photo_after+text', '前后照片+药剂与面积', { text: '药剂与面积' }],
    ['position+ref_no+photo_after', '到场时间+维保单号+恢复照', { ref_no: '维保单号' }],
    ['document/signature', '小票/交付确认', { document: '小票', signature: '交付确认' }],
    ['document+photo_after/document+reading', '抢修单+通水照/压力读数', { document: '抢修单', reading: '压力读数' }],
    ['in_out+document', '签到/签退定位+交接登记表', { document: '交接登记表' }],
    ['document', '入户核查表(限权)', { document: '入户核查表' }],
  ])('reads %s beside %s', (kinds, text, names) => {
    expect(itemPieceNames(kinds, text)).toEqual(names);
  });

  it.each([
    ['text/ref_no', '采纳/不采纳理由或立项号'],
    ['document/ref_no/photo_after', '方案/立项号或修复照'],
    ['ref_no', '调解笔录或协议书'],
    ['ref_no', '办结回执'],
    ['in_out+position', '轨迹+签到签退'],
    ['text', '答复正文+依据'],
  ])('guesses nothing from %s beside %s', (kinds, text) => {
    expect(itemPieceNames(kinds, text)).toEqual({});
  });

  it('falls back to the kind, and in English always', () => {
    const zh = namer('photo_before+photo_after+document', '前后照片+户主告知单', 'zh-CN');
    expect([zh('document'), zh('photo_after'), zh('reply')]).toEqual([
      '户主告知单',
      '<evidence.kind.photo_after>',
      '<evidence.kind.reply>',
    ]);
    expect(namer('document', '告知单', 'en')('document')).toBe('<evidence.kind.document>');
  });

  it('gives no item of the taxonomy a name that is empty or has a bracket left', () => {
    const rows = readCsv(readFileSync('seeds/reference/taxonomy.csv', 'utf8'));
    expect(rows).toHaveLength(56);
    for (const row of rows) {
      const names = Object.values(itemPieceNames(row.evidence_kinds ?? '', row.evidence_zh ?? ''));
      for (const name of names) expect(name, row.code).toMatch(/^[^()（）+]{2,12}$/);
    }
  });
});
