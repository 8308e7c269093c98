import compile from 'icu-minify/compile';
import { expect, it } from 'vitest';
import { actions } from '@/lib/orders/workflow';
import { shortcomings } from '@/lib/replies/rules';
import { settingKeys } from '@/lib/settings/definitions';
import { reasonsOf } from './reasons';
import { proveRule, type Rule, type Tree, textOf } from './tree';

type Messages = Map<string, string>;

function flatten(value: unknown, prefix = ''): [string, string][] {
  if (typeof value === 'string') return [[prefix, value]];
  if (typeof value !== 'object' || value === null) return [[prefix, '']];
  return Object.entries(value).flatMap(([key, inner]) => flatten(inner, prefix ? `${prefix}.${key}` : key));
}

const files = { zh: 'messages/zh-CN.json', en: 'messages/en.json' };
const messagesOf = (tree: Tree, file: string): Messages => new Map(flatten(JSON.parse(textOf(tree, file) || '{}')));

function compiles(text: string): string | null {
  try {
    compile(text);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function twins(tree: Tree): string[] {
  const zh = messagesOf(tree, files.zh);
  const en = messagesOf(tree, files.en);
  const lacks = (file: string, mine: Messages, other: Messages) =>
    [...other.keys()].filter((key) => !mine.has(key)).map((key) => `${file} lacks ${key}`);
  const broken = (file: string, all: Messages) =>
    [...all].flatMap(([key, text]) => {
      if (text.trim() === '') return [`${file}: ${key} is empty`];
      const fault = compiles(text);
      return fault ? [`${file}: ${key} is no ICU message: ${fault}`] : [];
    });
  return [...lacks(files.zh, zh, en), ...lacks(files.en, en, zh), ...broken(files.zh, zh), ...broken(files.en, en)];
}

const sample = (zh: unknown, en: unknown) => ({ [files.zh]: JSON.stringify(zh), [files.en]: JSON.stringify(en) });

proveRule('both languages have the same keys, and every message can be read', twins, {
  good: sample({ a: { b: '甲 {name}' } }, { a: { b: 'one {count, plural, =1 {it} other {them}}' } }),
  bad: [
    {
      finds: 'a key that English lacks',
      files: sample({ a: { b: '甲', c: '乙' } }, { a: { b: 'x' } }),
      says: /en\.json lacks a\.c/,
    },
    { finds: 'a key that Chinese lacks', files: sample({ a: {} }, { a: { b: 'x' } }), says: /zh-CN\.json lacks a\.b/ },
    {
      finds: 'an empty message',
      files: sample({ a: { b: ' ' } }, { a: { b: 'x' } }),
      says: /zh-CN\.json: a\.b is empty/,
    },
    { finds: 'a broken message', files: sample({ a: { b: '{n, plural' } }, { a: { b: 'x' } }), says: /a\.b is no ICU/ },
  ],
});

/** Where Chinese is written, it is Chinese, with its own marks. */
function chinese(tree: Tree): string[] {
  return [...messagesOf(tree, files.zh)].flatMap(([key, text]) => {
    const plain = text.replace(/\{[^{}]*\}/g, '');
    const half = /[\u4e00-\u9fff][,;:?!]|[,;:?!][\u4e00-\u9fff]/.exec(plain.replace(/\d:\d/g, ''));
    return half ? [`${files.zh}: ${key} has a half-width mark: ${half[0]}`] : [];
  });
}

proveRule('Chinese has Chinese punctuation', chinese, {
  good: sample(
    { a: '请先保存,再提交:8:30 前 {a, select, b {甲} other {乙}}'.replace(',', '\uff0c').replace(':', '\uff1a') },
    {},
  ),
  bad: [{ finds: 'a half-width comma', files: sample({ a: `甲${','}乙` }, {}), says: /a has a half-width mark/ }],
});

/** Every value that a reason composed at run time can take; a new composition has to be written down here. */
const composed: Record<string, () => readonly string[]> = {
  'order.not_for_you.': () => actions,
  'order.barred.': () => ['handled', 'proxy', 'requester', 'subject', 'verified', 'kin'],
  'reply.': () => shortcomings,
  'throttle.': () =>
    settingKeys
      .filter((key) => key.startsWith('throttle.'))
      .map((key) => key.slice('throttle.'.length).replaceAll('.', '_')),
  // lib/kernel/parse.ts: replaced by words in the reader's language where it leaves the house.
  'input.': () => [],
};

const reasonRule =
  (values: Record<string, () => readonly string[]>): Rule =>
  (tree) => {
    const languages = Object.values(files).map((file) => [file, messagesOf(tree, file)] as const);
    const missing = (at: string, reason: string) =>
      languages
        .filter(([, messages]) => !messages.has(`reason.${reason}`))
        .map(([file]) => `${at}: ${file} lacks reason.${reason}`);
    return reasonsOf(tree).flatMap(({ at, reason, composed: isComposed }) => {
      if (!isComposed) return missing(at, reason);
      const known = values[reason];
      if (!known) return [`${at}: a reason composed of "${reason}…" is not in the list of compositions`];
      return known().flatMap((value) => missing(at, reason + value));
    });
  };

proveRule('every reason has its words in both languages', reasonRule(composed), {
  sampleRule: reasonRule({ 'order.barred.': () => ['kin'] }),
  good: {
    ...sample(
      { reason: { order: { late: '迟', gone: '无', barred: { kin: '亲' } } } },
      { reason: { order: { late: 'l', gone: 'g', barred: { kin: 'k' } } } },
    ),
    'lib/a/act.ts': `throw new DomainError('rule', late ? 'order.late' : 'order.gone', { at: 'order.x' });
      const e = { type: 'order.claimed', reason: \`order.barred.\${bar}\` };`,
  },
  bad: [
    {
      finds: 'a reason without Chinese',
      files: {
        ...sample(
          { reason: { order: { gone: '无', barred: { kin: '亲' } } } },
          { reason: { order: { late: 'l', gone: 'g', barred: { kin: 'k' } } } },
        ),
      },
      says: /act\.ts:1: messages\/zh-CN\.json lacks reason\.order\.late/,
    },
    {
      finds: 'a reason in a refusal',
      files: {
        'lib/b/policy.ts': `const no = { kind: 'rule', reason: 'order.unknown' };`,
        ...sample(
          { reason: { order: { late: '迟', gone: '无', barred: { kin: '亲' }, unknown: '未' } } },
          { reason: { order: { late: 'l', gone: 'g', barred: { kin: 'k' } } } },
        ),
      },
      says: /policy\.ts:1: messages\/en\.json lacks reason\.order\.unknown/,
    },
    {
      finds: 'a composition that nobody wrote down',
      files: { 'lib/b/store.ts': `throw new DomainError('rule', \`order.odd.\${x}\`);` },
      says: /order\.odd/,
    },
  ],
});

it('finds the reasons that conditions answer with', () => {
  const text = `const conditions = { late: (f) => (f.a ? 'order.a' : f.b ? 'order.b' : null), x: { event: 'order.c' } };`;
  expect(reasonsOf(new Map([['lib/a/workflow.ts', text]])).map(({ reason }) => reason)).toEqual(['order.a', 'order.b']);
});
