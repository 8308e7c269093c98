/** Who acts in a lifecycle: the dispatcher, the community's officer, the verifier of the branch of C; the rest without a login. */
export const staff = ['limin', 'fangmin', 'zhengshucheng'] as const;
export type Staff = (typeof staff)[number];

/** What a lifecycle has learnt so far. */
export interface Life {
  /** Unique in the run: part of every `clientId` and of the words. */
  key: string;
  code: string;
  queryCode: string;
  version: number;
}

export interface StepRequest {
  path: string;
  as: Staff | null;
  body: Record<string, unknown>;
}

export const stepNames = ['submit', 'assign', 'sign', 'submit-evidence', 'pass', 'rate'] as const;
export type StepName = (typeof stepNames)[number];

/** The words of a lifecycle's order, by which it is found again. */
export const wordsOf = (key: string) => `C区棋牌室的灯不亮，晚上没法用，请安排人来修。（${key}）`;

export const newLife = (key: string): Life => ({ key, code: '', queryCode: '', version: 0 });

/** The request of each step of 0603 健身棋牌等活动设施 in C: 点单 → 派单 → 接单 → 办结 → 验单 → 评单. */
const requests: Record<StepName, (life: Life) => StepRequest> = {
  submit: ({ key }) => ({
    path: '/orders',
    as: null,
    body: {
      item: '0603',
      words: wordsOf(key),
      place: { areaCode: '320371003208005', detail: '棋牌室门口' },
    },
  }),
  assign: (life) => ({ ...action(life, 'assign'), as: 'limin', body: { handler: { unit: 'PL-COMM' } } }),
  sign: (life) => ({ ...action(life, 'sign'), as: 'fangmin', body: {} }),
  'submit-evidence': (life) => ({
    ...action(life, 'submit-evidence'),
    as: 'fangmin',
    body: { outcome: 'resolved', pieces: [{ kind: 'ref_no', value: '坡里立项〔2024〕3号' }], words: '灯已经换好。' },
  }),
  pass: (life) => ({ ...action(life, 'pass'), as: 'zhengshucheng', body: {} }),
  rate: (life) => ({
    path: `/track/${life.queryCode}/actions/rate`,
    as: null,
    body: { solved: 'yes', stars: 5, words: '来得很快，谢谢。' },
  }),
};

const action = ({ code }: Life, slug: string) => ({ path: `/orders/${code}/actions/${slug}` });

/** What to send for a step, with the version that was seen last and a key of its own. */
export function requestOf(step: StepName, life: Life): StepRequest {
  const { path, as, body } = requests[step](life);
  const version = step === 'submit' ? {} : { version: life.version };
  return { path, as, body: { ...body, ...version, clientId: `${life.key}-${step}` } };
}

/** The life after an answer of the API. @throws when the answer is not that of the step */
export function answered(step: StepName, life: Life, status: number, json: Record<string, unknown>): Life {
  if (status !== (step === 'submit' ? 201 : 200)) {
    throw new Error(`${step} of ${life.key} was answered ${status}: ${JSON.stringify(json)}`);
  }
  const { code, queryCode, version } = json;
  if (step === 'submit') return { ...life, code: String(code), queryCode: String(queryCode), version: 1 };
  return { ...life, version: Number(version) };
}
