import { Button, LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { ErrorSummary, type FieldError } from '@/components/error-summary';
import { Notice } from '@/components/notice';
import { TextArea, TextField } from '@/components/text-fields';
import { limits } from '@/lib/deliberation/input';
import { wordsLang } from '../_shell/names';
import type { Reader } from '../_track/viewer';

export interface CommentFields {
  words: string;
  contact: string;
  clientId: string;
}

interface Props {
  code: string;
  /** Null where nothing could be read of the case: the form alone holds what was typed. */
  title: { zh: string; en: string } | null;
  fields: CommentFields;
  errors: FieldError[];
  /** How much was said to it so far: what a browser kept of an earlier form is put back until this grows. */
  comments: number;
  reader: Reader;
}

/** R12, 提意见: words, and a way to ask back that nobody else sees. Works without script. */
export function CommentForm({ code, title, fields, errors, comments, reader }: Props) {
  const { t, locale } = reader;
  const errorOf = (field: string) => errors.find((one) => one.field === field)?.message;
  return (
    <Card className="stack">
      <h1>{t('board.comment.title')}</h1>
      {title && (
        <p className="quiet" lang={locale === 'en' && title.en !== title.zh ? undefined : wordsLang(locale)}>
          {locale === 'en' ? title.en : title.zh}
        </p>
      )}
      <ErrorSummary title={t('common.error_summary', { count: errors.length })} errors={errors} />
      <form
        method="post"
        action={`/board/${code}/comment`}
        className="stack"
        data-keep={`${code} comment`}
        data-own={comments}
      >
        <input type="hidden" name="clientId" value={fields.clientId} />
        <TextArea
          name="words"
          label={t('board.comment.words')}
          hint={t('board.comment.hint', { count: limits.shortWords })}
          rows={5}
          required
          defaultValue={fields.words}
          error={errorOf('words')}
        />
        <TextField
          name="contact"
          label={t('board.comment.contact')}
          note={t('common.optional')}
          hint={t('board.comment.contact_hint')}
          defaultValue={fields.contact}
          error={errorOf('contact')}
        />
        <Notice>{t('board.comment.promise')}</Notice>
        <Button large wide>
          {t('board.comment.send')}
        </Button>
      </form>
    </Card>
  );
}

/** The notice period is over, or has not begun: why there is no form, what was typed, and where the answers stand. */
export function CommentClosed({ code, words, reader: { t } }: { code: string; words: string; reader: Reader }) {
  return (
    <Card className="stack">
      <h1>{t('board.comment.title')}</h1>
      <Notice kind="wait">{t('board.comment.closed')}</Notice>
      {words && (
        <>
          <p className="strong">{t('board.comment.kept')}</p>
          <p className="say">{words}</p>
        </>
      )}
      <LinkButton kind="outline" wide href={`/board/${code}#said`}>
        {t('board.comment.back')}
      </LinkButton>
    </Card>
  );
}
