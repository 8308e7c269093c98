import { Button, LinkButton } from '@/components/button';
import { Card } from '@/components/card';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { Notice } from '@/components/notice';
import type { DeliberationDetail } from '@/lib/deliberation/queries/get-deliberation';
import { type Choice, choices } from '@/lib/deliberation/status';
import { nameIn, wordsLang } from '../_shell/names';
import type { Reader } from '../_track/viewer';
import { PointList } from './deliberation-texts';

interface Props {
  detail: DeliberationDetail;
  reader: Reader;
  error?: string;
  chosen?: Choice;
  /** The key of this form: who sends it twice has voted once, and gets the same receipt. */
  clientId: string;
}

/** A secret ballot: what is voted on, three choices, and what becomes of it. Works without script. */
export function VoteForm({ detail, reader, error, chosen, clientId }: Props) {
  const { t, locale } = reader;
  const { code, title, plan, abilities } = detail;
  const mayVote = abilities.includes('cast');
  return (
    <Card className="stack">
      <h1>{t('board.vote.title')}</h1>
      <p className="strong" lang={locale === 'en' && title.en !== title.zh ? undefined : wordsLang(locale)}>
        {nameIn(locale, title)}
      </p>
      {plan && <PointList text={plan} reader={reader} />}
      {error && (
        <ErrorSummary
          title={t('common.error_summary', { count: 1 })}
          errors={[{ field: mayVote ? 'choice' : 'errors', message: error }]}
        />
      )}
      {mayVote ? (
        <form method="post" action={`/board/${code}/vote`} className="stack">
          <input type="hidden" name="clientId" value={clientId} />
          <RadioCards
            name="choice"
            label={t('board.vote.choice')}
            required
            value={chosen}
            choices={choices.map((value) => ({ value, label: t(`board.number.${value}`) }))}
          />
          <Notice>{t('board.vote.secret')}</Notice>
          <Button large wide>
            {t('board.vote.send')}
          </Button>
        </form>
      ) : (
        <>
          <Notice kind="wait">{t('board.vote.none')}</Notice>
          <LinkButton kind="outline" wide href={`/board/${code}`}>
            {t('board.comment.back')}
          </LinkButton>
        </>
      )}
    </Card>
  );
}

/** What the voter keeps; shown this once and stored nowhere. */
export function VoteReceipt({ code, receipt, reader: { t } }: { code: string; receipt: string; reader: Reader }) {
  return (
    <Card className="stack">
      <h1>{t('board.vote.taken')}</h1>
      <p>{t('board.vote.receipt')}</p>
      <p className="number">{receipt.replace(/(.{4})(?=.)/g, '$1 ')}</p>
      <Notice>{t('board.vote.keep')}</Notice>
      <LinkButton wide href={`/board/${code}`}>
        {t('board.comment.back')}
      </LinkButton>
    </Card>
  );
}
