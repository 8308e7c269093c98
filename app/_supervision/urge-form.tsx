import { Button } from '@/components/button';
import { RadioCards } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { SelectField, TextField } from '@/components/text-fields';
import { shanghaiDate, shanghaiTime } from '@/lib/calendar/shanghai';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/orders/input';
import type { PossibleOwner } from '@/lib/orders/queries/owners-of';
import { colours } from '@/lib/orders/status';
import { formView } from '../_shell/form-values';
import type { KeptForm } from '../_shell/kept';
import { nameIn } from '../_shell/names';
import type { Translate } from '../_shell/translate';
import { superviseAction } from './actions';
import { ColourChip } from './colour-chip';

const controls = { owner: 'owner', colour: 'colour', replyBy: 'replyOn', words: 'words' };

/** 发督办: colour, a named owner, by when, and what is asked. */
export function UrgeForm(props: {
  order: { code: string; version: number };
  owners: PossibleOwner[];
  /** What the form proposes, epoch milliseconds: the time that a yellow notice would have. */
  replyBy: number;
  kept: KeptForm | null;
  locale: Locale;
  t: Translate;
}) {
  const { order, owners, replyBy, kept, locale, t } = props;
  const view = formView('supervise', kept, controls);
  return (
    <form key={view.key} action={superviseAction} className="stack">
      <input type="hidden" name="code" value={order.code} />
      <input type="hidden" name="version" value={order.version} />
      <input type="hidden" name="clientId" value={newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      <p className="quiet small">{t('supervision.urge.rule')}</p>
      <RadioCards
        name="colour"
        label={t('supervision.urge.colour')}
        choices={colours.map((value) => ({ value, label: <ColourChip colour={value} t={t} /> }))}
        value={view.text('colour', 'yellow')}
        error={view.error('colour')}
        row
        required
      />
      <SelectField
        name="owner"
        label={t('supervision.field.owner')}
        hint={t('supervision.urge.owner_hint')}
        error={view.error('owner')}
        defaultValue={view.text('owner', owners[0]?.personId)}
        options={owners.map(({ personId, name, step }) => ({
          value: personId,
          label: nameIn(locale, name),
          group: t(`supervision.step.${step}`),
        }))}
        required
      />
      <TextField
        name="replyOn"
        type="date"
        label={t('supervision.urge.reply_on')}
        defaultValue={view.text('replyOn', shanghaiDate(replyBy))}
        error={view.error('replyBy')}
        required
      />
      <TextField
        name="replyTime"
        type="time"
        label={t('supervision.urge.reply_time')}
        defaultValue={view.text('replyTime', shanghaiTime(replyBy))}
        required
      />
      <PageTextArea
        {...view.field('words')}
        label={t('supervision.field.words')}
        rows={3}
        maxLength={limits.shortWords}
        note={t('common.optional')}
      />
      <p>
        <Button kind="primary" data-send>
          {t('supervision.urge.send')}
        </Button>
      </p>
    </form>
  );
}
