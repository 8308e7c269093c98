import { Button } from '@/components/button';
import { Icon } from '@/components/icon';
import { Notice } from '@/components/notice';
import { TextField } from '@/components/text-fields';
import type { Tally } from '@/lib/deliberation/queries/get-tally';
import type { ReceiptAnswer } from './board-kind';
import type { DeliberationPart } from './deliberation-part';
import { stoneName } from './rail';

interface Props extends DeliberationPart {
  tallies: Tally[];
  receipt?: ReceiptAnswer;
}

function Found({ receipt, reader: { t } }: { receipt: ReceiptAnswer } & Pick<Props, 'reader'>) {
  if (receipt.choice === null) return <Notice kind="bad">{t('board.receipt.unknown')}</Notice>;
  return <Notice kind="done">{t('board.receipt.found', { choice: t(`board.number.${receipt.choice}`) })}</Notice>;
}

/**
 * After a secret vote on the web: the list of ballots that anybody counts again, and the question for one's own receipt.
 * It is posted and never part of an address, which browsers and servers keep.
 */
export function Receipts({ tallies, receipt, ...part }: Props) {
  const { shown, reader, medium } = part;
  const { t } = reader;
  if (tallies.length === 0) return null;
  return (
    <section className="part" id="receipt">
      <h2>{t('board.receipt.title')}</h2>
      {receipt && <Found receipt={receipt} reader={reader} />}
      <p>{t('board.receipt.words')}</p>
      {tallies.map((tally) => {
        const meeting = shown.meetings.find((one) => one.id === tally.meeting);
        if (!meeting) return null;
        const name = t(stoneName({ key: meeting.stage, meeting }, shown.legalForm));
        return (
          <div key={tally.meeting} className="stack-tight">
            <h3>{name}</h3>
            {!tally.intact && <Notice kind="bad">{t('board.receipt.broken')}</Notice>}
            {tally.withheld && <p>{t(`board.receipt.withheld_${tally.withheld}`)}</p>}
            {medium === 'screen' && (
              <>
                {tally.lines !== null && (
                  <p>
                    <a className="alone" href={`/board/${shown.code}/tally/${tally.meeting}`}>
                      <Icon name="download" className="icon-text" />
                      {t('board.receipt.tally')}
                    </a>
                  </p>
                )}
                <form method="post" action={`/board/${shown.code}/receipt#receipt`} className="stack-tight">
                  <input type="hidden" name="meeting" value={tally.meeting} />
                  <TextField
                    name="receipt"
                    id={`receipt-${tally.meeting}`}
                    label={t('board.receipt.label')}
                    hint={t('board.receipt.hint')}
                    autoComplete="off"
                    autoCapitalize="characters"
                    spellCheck={false}
                    maxLength={60}
                  />
                  <Button kind="outline">{t('board.receipt.look')}</Button>
                </form>
              </>
            )}
          </div>
        );
      })}
    </section>
  );
}
