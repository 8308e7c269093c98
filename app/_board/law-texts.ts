/**
 * The articles of the 民法典 that a case of shared land rests on, word for word (text of 2020-05-28, in force since
 * 2021-01-01). Chinese only: a law is quoted, not translated; beside it the English pages say in short what it asks for.
 */
export const lawTexts = {
  '275':
    '建筑区划内，规划用于停放汽车的车位、车库的归属，由当事人通过出售、附赠或者出租等方式约定。占用业主共有的道路或者其他场地用于停放汽车的车位，属于业主共有。',
  '278':
    '下列事项由业主共同决定：……（八）改变共有部分的用途或者利用共有部分从事经营活动；……业主共同决定事项，应当由专有部分面积占比三分之二以上的业主且人数占比三分之二以上的业主参与表决。决定前款第六项至第八项规定的事项，应当经参与表决专有部分面积四分之三以上的业主且参与表决人数四分之三以上的业主同意。',
  '282': '建设单位、物业服务企业或者其他管理人等利用业主的共有部分产生的收入，在扣除合理成本之后，属于业主共有。',
} as const;
export type LawArticle = keyof typeof lawTexts;
