import type { verbs } from '@/lib/orders/verbs';
import type { Action } from '@/lib/orders/workflow';

/** One of each kind of person; the orders lie in cell C and are 王桂兰's. */
export const people = [
  'limin',
  'chenchen',
  'zhaoqiang',
  'gaofeng',
  'liuyang',
  'zhengshucheng',
  'shuji',
  'jiedao',
  'dujuan',
  'auditor',
  'admin',
  'xuwende',
  'qianfang',
  'wangguilan',
  'zhoujianguo',
] as const;
export type Who = (typeof people)[number];

type Steps = [who: Who, action: Action][];
const inProgress: Steps = [
  ['limin', 'assign'],
  ['gaofeng', 'sign'],
];
const toVerify: Steps = [...inProgress, ['gaofeng', 'submit_evidence']];
const toRate: Steps = [...toVerify, ['zhengshucheng', 'pass']];
const ways = {
  submitted: [],
  need_info: [['limin', 'ask_info']],
  declined: [['limin', 'decline']],
  offered: [['limin', 'offer']],
  by_volunteer: [
    ['limin', 'offer'],
    ['liuyang', 'claim'],
  ],
  assigned: [['limin', 'assign']],
  in_progress: inProgress,
  extension_asked: [...inProgress, ['gaofeng', 'ask_extension']],
  suspended: [...inProgress, ['limin', 'suspend']],
  at_street: [['limin', 'escalate']],
  awaiting_verification: toVerify,
  awaiting_rating: toRate,
  merged: [['limin', 'merge']],
  closed: [...toRate, ['wangguilan', 'rate']],
} satisfies Record<string, Steps>;

type State = keyof typeof ways;

/** How an order gets there; `by_volunteer` is in progress with 刘洋. */
export const wayTo = (state: State): Steps => ways[state];

/** Written by hand from 3.1: where the action would be open, and who of these may do it. */
export const expected: Record<(typeof verbs)[number]['action'], { state: State; may: readonly Who[] }> = {
  classify: { state: 'submitted', may: ['limin'] },
  amend: { state: 'submitted', may: ['wangguilan'] },
  ask_info: { state: 'submitted', may: ['limin'] },
  supplement: { state: 'need_info', may: ['wangguilan'] },
  decline: { state: 'submitted', may: ['limin'] },
  appeal: { state: 'declined', may: ['wangguilan'] },
  offer: { state: 'submitted', may: ['limin'] },
  assign: { state: 'submitted', may: ['limin'] },
  claim: { state: 'offered', may: ['liuyang'] },
  sign: { state: 'assigned', may: ['gaofeng'] },
  reassign: { state: 'assigned', may: ['limin'] },
  recall: { state: 'assigned', may: ['limin'] },
  contact: { state: 'in_progress', may: ['gaofeng'] },
  arrive: { state: 'in_progress', may: ['gaofeng'] },
  leave: { state: 'in_progress', may: ['gaofeng'] },
  return: { state: 'assigned', may: ['gaofeng'] },
  release: { state: 'by_volunteer', may: ['liuyang'] },
  note: { state: 'in_progress', may: ['limin', 'chenchen', 'shuji', 'dujuan', 'gaofeng', 'wangguilan'] },
  ask_extension: { state: 'in_progress', may: ['gaofeng'] },
  grant_extension: { state: 'extension_asked', may: ['limin'] },
  refuse_extension: { state: 'extension_asked', may: ['limin'] },
  suspend: { state: 'in_progress', may: ['limin'] },
  resume: { state: 'suspended', may: ['limin'] },
  submit_evidence: { state: 'in_progress', may: ['gaofeng'] },
  pass: { state: 'awaiting_verification', may: ['zhengshucheng'] },
  rework: { state: 'awaiting_verification', may: ['zhengshucheng'] },
  rate: { state: 'awaiting_rating', may: ['wangguilan'] },
  callback: { state: 'awaiting_rating', may: ['limin', 'chenchen', 'shuji'] },
  reopen: { state: 'closed', may: ['wangguilan'] },
  merge: { state: 'submitted', may: ['limin'] },
  unmerge: { state: 'merged', may: ['limin'] },
  // There is one community with a desk: back to it from the street.
  transfer: { state: 'at_street', may: ['jiedao'] },
  escalate: { state: 'submitted', may: ['limin', 'shuji'] },
  nudge: { state: 'in_progress', may: ['wangguilan'] },
  supervise: { state: 'in_progress', may: ['dujuan'] },
  split: { state: 'in_progress', may: ['limin'] },
  withdraw: { state: 'submitted', may: ['wangguilan'] },
};
