import { Button } from '@/components/button';
import { Notice } from '@/components/notice';
import { PageTextArea } from '@/components/page-text-area';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import type { FormView } from '../../_shell/form-values';
import type { Translate } from '../../_shell/translate';

interface Props {
  view: FormView;
  t: Translate;
}

/** As long as what people copy of an evening in a group. */
const mostChat = 8000;

/** A chat that was copied whole: the words of the one who asks go on into the order, and nobody else's. */
export function ChatFields({ view, t }: Props) {
  const isOpen = Boolean(view.text('chat') || view.error('chat') || view.error('speaker'));
  return (
    <details className="fold" open={isOpen}>
      <summary>{t('proxy.chat.title')}</summary>
      <div className="stack">
        <PageTextArea
          {...view.field('chat')}
          label={t('proxy.chat.chat')}
          note={t('common.optional')}
          hint={t('proxy.chat.chat_hint')}
          rows={5}
          maxLength={mostChat}
          autoComplete="off"
        />
        <TextField
          {...view.field('speaker')}
          label={t('proxy.chat.speaker')}
          note={t('common.optional')}
          hint={t('proxy.chat.speaker_hint')}
          maxLength={limits.name}
          autoComplete="off"
        />
        <p>
          <Button name="do" value="chat" kind="outline" icon="message" formNoValidate>
            {t('proxy.chat.take')}
          </Button>
        </p>
      </div>
    </details>
  );
}

/** What was taken of a chat, and what was left out of it, once. */
export function ChatTaken({ view, t }: Props) {
  const messages = view.text('chatMessages');
  if (!messages) return null;
  const { people = '0', marks = '0' } = { people: view.text('chatPeople'), marks: view.text('chatMarks') };
  return (
    <Notice kind="done">
      {t('proxy.chat.taken', { messages: Number(messages), people: Number(people), marks: Number(marks) })}
    </Notice>
  );
}
