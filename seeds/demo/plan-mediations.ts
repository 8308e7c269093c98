/** Words of the demo's mediations. All parties are invented and called 某; nothing here happened. */
interface Settlement {
  title: string;
  facts: string;
  performance: string;
}

/** By the item of the order; what is not here is told as a quarrel between neighbours. */
const byItem: Record<string, readonly Settlement[]> = {
  '1101': [
    {
      title: '楼上楼下夜间噪声',
      facts:
        '乙方夜间拖动桌椅、孩子跑跳，影响甲方休息。双方对声音的时间没有分歧。乙方承认没有采取办法，甲方承认曾敲击暖气管回应。',
      performance: '乙方七日内给桌椅装上软脚垫，晚九点半以后不拖动家具；甲方有事先打电话，不再敲管。',
    },
    {
      title: '漏水造成装修损失',
      facts: '乙方卫生间防水老化，水渗到甲方吊顶。物业到场看过漏点。争议在于修复的费用由谁出。乙方承认漏点在户内。',
      performance: '乙方十五日内重做防水，并一次付给甲方吊顶修复费六百元；甲方开门配合查看。',
    },
    {
      title: '楼道堆放与通行',
      facts: '乙方在公共楼道放鞋柜和旧家具，甲方出入不便。双方对占用的位置没有分歧。',
      performance: '乙方三日内清走楼道物品；甲方同意乙方在自家门内侧安装鞋架，不再投诉此事。',
    },
  ],
  '1102': [
    {
      title: '家庭成员照料老人的分担',
      facts: '兄弟两家对老人住院期间的陪护和费用分担有分歧。双方都愿意照料，争议在天数和钱。',
      performance: '两家按月轮流照料，医疗自付部分各出一半，每月五日前结清；老人的意愿优先。',
    },
  ],
  '1103': [
    {
      title: '业主与物业的维修拖延',
      facts: '甲方报修单元门三次，物业没有按时修好，甲方因此暂缓交费。物业承认拖延，甲方承认欠费。',
      performance: '物业五日内修好单元门，减免一个月服务费；甲方在修好以后七日内补交其余费用。',
    },
  ],
};

const sound: Settlement = {
  title: '邻里相处的一件小事',
  facts: '双方因公共地方的使用发生争执，没有动手。双方对经过没有分歧，都承认说话不妥。',
  performance: '双方当面道歉，约定以后有事先商量，不在群里指责对方。',
};

const surnames = '贺乔温樊芦祁车米管桑盖闵席卞屈戚柏谷路晏尚耿牧靳雍巩邢庞鲍骆'.split('');

export interface PlannedMediation extends Settlement {
  parties: [string, string];
  words: string;
}

/** The mediation of the n-th dispute of the demo, the same at every load. */
export function planMediation(n: number, item: string): PlannedMediation {
  const choices = byItem[item] ?? [sound];
  const chosen = choices[n % choices.length] ?? sound;
  const name = (at: number) => `${surnames[at % surnames.length]}某（演示）`;
  return {
    ...chosen,
    parties: [name(2 * n), name(2 * n + 1)],
    words: `双方到场，先各自讲，再看约定。${chosen.facts}最后双方都愿意各让一步。`,
  };
}
