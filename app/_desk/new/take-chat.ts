import type { InputIssue } from '@/lib/kernel/errors';
import type { Translate } from '../../_shell/translate';
import { type ChatWords, chatWords, speakersIn } from './chat-words';
import type { Fields } from './new-order';

const textOf = (fields: Fields, name: string): string => [fields[name] ?? ''].flat()[0] ?? '';

function refusal(found: Extract<ChatWords, { ok: false }>, t: Translate): InputIssue {
  const { reason, speakers } = found;
  const path = reason === 'choose' || reason === 'unknown' ? 'speaker' : 'chat';
  const names = speakers.join(t('proxy.chat.and'));
  return { path, reason: 'input.invalid', message: t(`proxy.chat.${reason}`, { names }) };
}

/**
 * The fields with the words of the one who asks in place of the chat, which is kept no longer; or, where it is not told
 * who that is, as they were with what is wrong. What was written before stays above.
 */
export function takeChat(fields: Fields, t: Translate): { fields: Fields; issues: InputIssue[] } {
  const found = chatWords(textOf(fields, 'chat'), textOf(fields, 'speaker'));
  if (!found.ok) return { fields, issues: [refusal(found, t)] };
  const { chat: _, speaker: __, ...rest } = fields;
  const { messages, people, marks } = found.left;
  return {
    fields: {
      ...rest,
      channel: 'chat',
      words: [textOf(rest, 'words').trim(), found.words].filter(Boolean).join('\n'),
      spokenBy: textOf(rest, 'spokenBy') || found.speaker || '',
      chatMessages: String(messages),
      chatPeople: String(people),
      chatMarks: String(marks),
    },
    issues: [],
  };
}

/** Words from a group in which more than one person speaks are no order: others did not ask for anything (M13). */
export function wholeChat(fields: Fields, t: Translate): InputIssue[] {
  if (textOf(fields, 'channel') !== 'chat') return [];
  const speakers = speakersIn(textOf(fields, 'words'));
  if (speakers.length < 2) return [];
  const message = t('proxy.chat.whole', { names: speakers.join(t('proxy.chat.and')) });
  return [{ path: 'words', reason: 'input.invalid', message }];
}
