/** What a pasted chat says of one person, or why that cannot be told. */
export type ChatWords =
  | {
      ok: true;
      speaker: string | null;
      words: string;
      /** How many messages of others, and how many numbers and mentions in the words, were left out. */
      left: { messages: number; people: number; marks: number };
    }
  | { ok: false; reason: 'empty' | 'choose' | 'unknown' | 'silent'; speakers: string[] };

interface Message {
  who: string;
  lines: string[];
}

const day = String.raw`(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{1,2}[-/月]\d{1,2}日?|昨天|前天|星期.|周.)`;
const clock = String.raw`(?:上午|下午|晚上|凌晨|中午|早上)?\s*\d{1,2}:\d{2}(?::\d{2})?`;
/** 王阿姨 2024/1/10 9:12, as WeChat on a computer and its e-mail of a chat write it. */
const stamped = new RegExp(String.raw`^(.{1,40}?)\s+(?:${day}\s*)?${clock}$`, 'u');
/** 王阿姨：楼道灯坏了, as people copy it together. */
const named = /^([^:：，。！？,.!?\d]{1,20})[:：]\s*(.*)$/u;
/** Words before a colon that are no name. */
const noName = /^(?:地址|位置|地点|电话|手机|微信|时间|日期|备注|姓名|事由|诉求|问题|楼栋|门牌|注|PS|ps)$/u;
const rule = new RegExp(String.raw`^[\s—–\-=*·.…]*(?:${day})?[\s—–\-=*·.…]*(?:${clock})?[\s—–\-=*·.…]*$`, 'u');
/** 「李四：楼上漏水」, the message that an answer quotes. */
const quoted = /^「.*」$/u;
const placeholder = /^\[[^\]]{1,12}\]$/u;
const mention = /@[^\s@，。,.!！?？:：]{1,20}\u2005?/gu;
const phone = /(?<!\d)(?:1\d{2}[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]?\d{7,8})(?!\d)/gu;

const tidy = (text: string) => text.replace(/[\u200b\ufeff]/g, '').trim();

function nameBefore(line: string): { who: string; rest: string } | null {
  const [, who = '', rest = ''] = named.exec(line) ?? [];
  return who === '' || noName.test(tidy(who)) ? null : { who: tidy(who), rest };
}

function messagesOf(text: string): Message[] {
  const lines = text.normalize('NFC').split(/\r?\n/).map(tidy);
  const headOf = lines.some((line) => stamped.test(line))
    ? (line: string) => {
        const who = stamped.exec(line)?.[1];
        return who === undefined || rule.test(line) ? null : { who: tidy(who.replace(/[:：]$/, '')), rest: '' };
      }
    : // Copied by hand, a chat begins with who speaks; a colon further down is one of somebody's own sentences.
      nameBefore(lines.find(Boolean) ?? '')
      ? nameBefore
      : () => null;
  const messages: Message[] = [];
  for (const line of lines) {
    const head = headOf(line);
    if (head) messages.push({ who: head.who, lines: head.rest ? [head.rest] : [] });
    else if (!rule.test(line)) {
      if (messages.length === 0) messages.push({ who: '', lines: [] });
      messages.at(-1)?.lines.push(line);
    }
  }
  return messages;
}

/** Those who speak in a pasted text, by the names that it shows; none where it has no heads of messages. */
export const speakersIn = (text: string): string[] => [
  ...new Set(messagesOf(text).flatMap(({ who }) => (who === '' ? [] : who))),
];

/** The words without what points to others: whom they quote and mention, their names, and every telephone number. */
function withoutOthers(lines: readonly string[], others: readonly string[]): { words: string; marks: number } {
  let marks = 0;
  const drop = (text: string, pattern: RegExp | string, by: string) =>
    text.replaceAll(pattern, () => {
      marks += 1;
      return by;
    });
  const kept = lines
    .filter((line) => !quoted.test(line) && !placeholder.test(line))
    .map((line) => {
      let text = drop(line, mention, '');
      for (const other of others) if (other.length > 1) text = drop(text, other, '邻居');
      return drop(text, phone, '（电话略）').trim();
    });
  return { words: kept.filter(Boolean).join('\n'), marks };
}

/**
 * Of a chat that was copied from a group, the words of the one who asks, and of nobody else (M13). Without heads of
 * messages all of it is taken as theirs. `speaker`: the name that the group shows; it may be left out where one speaks.
 */
export function chatWords(text: string, speaker: string): ChatWords {
  const messages = messagesOf(text);
  const speakers = speakersIn(text);
  if (messages.length === 0) return { ok: false, reason: 'empty', speakers };
  const asked = tidy(speaker);
  const found = speakers.filter((one) => one === asked);
  const near = found.length > 0 ? found : speakers.filter((one) => asked !== '' && one.includes(asked));
  if (speakers.length > 0 && asked !== '' && near.length === 0) return { ok: false, reason: 'unknown', speakers };
  const chosen = asked === '' ? speakers : near;
  if (chosen.length > 1) return { ok: false, reason: 'choose', speakers: chosen };
  const who = chosen[0] ?? '';
  const others = speakers.filter((one) => one !== who);
  const own = messages.filter((one) => one.who === who);
  const { words, marks } = withoutOthers(
    own.flatMap(({ lines }) => lines),
    others,
  );
  if (words === '') return { ok: false, reason: 'silent', speakers };
  return {
    ok: true,
    speaker: who === '' ? null : who,
    words,
    left: { messages: messages.length - own.length, people: others.length, marks },
  };
}
