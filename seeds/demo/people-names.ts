// Combined at random into persons who do not exist.
const surnames = [...'赵钱孙吴郑王冯卫沈韩杨秦许何吕施孔曹严华金魏陶姜谢邹苏潘葛彭鲁韦马苗方任袁柳唐薛'];
const given =
  '建华 志明 海燕 文静 晓东 丽娟 国庆 秀兰 小军 玉梅 家豪 思远 雨桐 梦洁 子轩 浩然 欣怡 晨曦 立新 春梅 永强 红霞 世杰 慧敏 俊峰 雪莲 长河 佳宁 庆丰 云飞 敏华 振国 爱珍 少波 凤琴 德胜 彩云 卫东 淑芬 一鸣'.split(
    ' ',
  );
const elderGiven =
  '桂英 玉兰 秀珍 淑贞 凤英 兰芝 素珍 桂芳 惠兰 翠英 德福 广才 长贵 振山 永福 守义 庆余 金山 保国 明德 秀云 玉珍 月娥 荣华 耀祖 玉山 宝珍 秀荣 德厚 文海 桂香 景春'.split(
    ' ',
  );

/** The n-th invented name, all different while n < 40 × 40; the second list sounds older. */
export function inventedName(n: number, elder = false): string {
  const list = elder ? elderGiven : given;
  // 7 and 40 share no divisor, and each round of surnames starts one given name later.
  const surname = surnames[(n * 7) % surnames.length] ?? '赵';
  return surname + (list[(n + Math.floor(n / surnames.length)) % list.length] ?? '建华');
}
