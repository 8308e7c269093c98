/**
 * What 四议两公开 says (3.13, 7.6; M15), typed by hand line by line: who may do what in which stage, and where it leads.
 * It imports no data of lib/deliberation: where the two differ, one of them is wrong.
 */
export type State =
  | 'propose'
  | 'consult'
  | 'review'
  | 'resolve'
  | 'publish_resolution'
  | 'publish_result'
  | 'completed'
  | 'rejected'
  | 'withdrawn';

export const states: readonly State[] = [
  'propose',
  'consult',
  'review',
  'resolve',
  'publish_resolution',
  'publish_result',
  'completed',
  'rejected',
  'withdrawn',
];

export type Standing =
  | 'secretary'
  | 'clerk'
  | 'voter'
  | 'source'
  | 'street'
  | 'supervisor'
  | 'auditor'
  | 'anyone'
  | 'system';

export const standings: readonly Standing[] = [
  'secretary',
  'clerk',
  'voter',
  'source',
  'street',
  'supervisor',
  'auditor',
  'anyone',
  'system',
];

/**
 * Whether a case is there for somebody: to those who keep its papers or watch over them always, to a voter of the
 * meeting that is open, and to everybody from the first vote on, also when it is withdrawn after that.
 */
export function seen(state: State, proposed: boolean, standing: Standing): boolean {
  if (['secretary', 'clerk', 'street', 'supervisor', 'auditor', 'system', 'voter'].includes(standing)) return true;
  if (state === 'propose') return false;
  return state === 'withdrawn' ? proposed : true;
}

export interface ExpectedAction {
  from: readonly State[];
  may: readonly Standing[];
  /** Where it may lead from each state; `same` stays. */
  to: readonly (State | 'same')[];
}

const row = (
  from: readonly State[],
  may: readonly Standing[],
  to: readonly (State | 'same')[] = ['same'],
): ExpectedAction => ({ from, may, to });

const four: State[] = ['propose', 'consult', 'review', 'resolve'];
const decided: State[] = ['publish_resolution', 'publish_result', 'completed'];
const papers: Standing[] = ['secretary', 'clerk'];
const alone: Standing[] = ['secretary'];

export const expectedActions: Readonly<Record<string, ExpectedAction>> = {
  // Before anybody has voted.
  revise: row(['propose'], papers),
  state_basis: row(four, alone),
  write_plan: row(['propose', 'consult', 'review'], papers),
  send_plan: row(['review'], papers),
  // A meeting, in each of the four stages that vote.
  convene: row(four, papers),
  enter_roll: row(four, papers),
  freeze_roll: row(four, papers),
  attend: row(four, papers),
  open_vote: row(four, papers),
  count: row(four, papers),
  cast: row(four, ['voter']),
  // "A stage opens by the vote of the one before": nothing else leads on.
  close_vote: row(four, papers, ['same', 'consult', 'review', 'resolve', 'publish_resolution']),
  annul_meeting: row(four, alone),
  reject: row(four, alone, ['rejected']),
  withdraw: row(four, alone, ['withdrawn']),
  // 两公开.
  publish: row(['publish_resolution'], alone),
  correct: row(decided, alone),
  object: row(
    ['publish_resolution'],
    ['anyone', 'secretary', 'clerk', 'voter', 'source', 'street', 'supervisor', 'auditor'],
  ),
  answer_objection: row(decided, papers),
  file: row(['publish_resolution'], papers),
  set_prices: row(['publish_resolution', 'publish_result'], alone),
  begin: row(['publish_resolution'], alone, ['publish_result']),
  hand_on: row(['publish_result', 'completed'], alone),
  take_project: row(decided, ['system']),
  publish_result: row(['publish_result'], alone, ['completed']),
  correct_result: row(['completed'], alone),
  add_source: row([...four, 'publish_resolution', 'publish_result'], papers),
  attach: row([...four, ...decided], papers),
};
