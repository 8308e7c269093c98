/** The accounts of the demo that show one role each; the others are in the README. */
export const demoAccounts = [
  'limin',
  'chenchen',
  'zhaoqiang',
  'gaofeng',
  'liuyang',
  'mali',
  'zhengshucheng',
  'shuji',
  'jiedao',
  'admin',
] as const;

/** One for all; it works in no other database, and a production start refuses one that was made by the demo. */
export const demoPassword = 'poli-2024-demo';
