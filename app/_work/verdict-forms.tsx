import { Button } from '@/components/button';
import { Card } from '@/components/card';
import { RadioCards, Tick } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { Icon } from '@/components/icon';
import { KeepTyped } from '@/components/outbox/keep-typed';
import { PageTextArea } from '@/components/page-text-area';
import type { Mode } from '@/components/preferences';
import { limits } from '@/lib/orders/input';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { reworkReasons } from '@/lib/orders/status';
import { formView } from '../_shell/form-values';
import type { KeptForm } from '../_shell/kept';
import type { Translate } from '../_shell/translate';
import { Fold, FoldGroup } from './fold';
import { OrderFields } from './order-fields';
import type { PieceName } from './piece-names';
import { orderPath } from './sides';
import { tieAction } from './task-actions';
import { typedAt, type VerdictForm } from './verdict-box';
import { VerdictHold } from './verdict-hold';
import { verdictPath } from './verdict-path';
import { holdTexts } from './verdict-texts';
import { gapsOf } from './verify-checks';
import { keepName } from './words-beside';

interface Props {
  order: OrderDetail;
  kept: KeptForm | null;
  nameOf: PieceName;
  t: Translate;
}

/** One form for both verdicts: each reads what was typed for the other, so that nothing typed is lost in silence. */
const verdictForm = 'verdict-form';
const waiverFold = 'without';
const passNote = 'pass-note';
const controls = { reason: 'reason', words: 'rework-words', waiver: 'waiver' };

/** A button's verdict: where it posts to, and the mark by which the page's script holds it (`VerdictHold`). */
const verdict = (order: OrderDetail, form: VerdictForm) =>
  ({ form: verdictForm, formAction: verdictPath(order.code, form), 'data-verdict': form }) as const;

/** 通过 asks for nothing of what 退回 needs; what it needs itself the script and the server look at. */
const passing = (order: OrderDetail) => ({ ...verdict(order, 'pass'), formNoValidate: true });

const refusedView = (kept: KeptForm | null) => formView(kept?.form === 'pass' ? 'pass' : 'rework', kept, controls);

/** 退回原因: one of four and ten characters or more, so that the handler knows what to do. */
export function ReworkForm({ order, kept, by, t }: Omit<Props, 'nameOf'> & { by: string }) {
  const view = refusedView(kept);
  const errors = view.errors.filter(({ field }) => field !== controls.waiver || kept?.form === 'rework');
  // Words of the other verdict came along.
  const asked = kept?.form === 'pass' ? view.error('words') : view.error('waiver');
  return (
    <Card>
      <form
        key={view.key}
        id={verdictForm}
        method="post"
        encType="multipart/form-data"
        action={typedAt(order.code)}
        className="stack"
      >
        <ErrorSummary title={t('common.error_summary', { count: errors.length })} errors={errors} />
        <RadioCards
          name="reason"
          label={t('verify.rework.reason')}
          note={t('verify.rework.note')}
          row="chips"
          required
          choices={reworkReasons.map((reason) => ({ value: reason, label: t(`reworkReason.${reason}`) }))}
          value={view.text('reason')}
          error={view.error('reason')}
        />
        <PageTextArea
          {...view.field('words')}
          id={controls.words}
          label={t('verify.rework.words')}
          hint={t('verify.rework.words_hint', { count: limits.reasonMin })}
          rows={3}
          required
          minLength={limits.reasonMin}
          maxLength={limits.shortWords}
        />
        {kept && asked && <Tick name={keepName} value={kept.form} label={t(`verify.both.keep_${kept.form}`)} />}
        <KeepTyped owner={by} always texts={{ words: t('outbox.words'), photos: t('outbox.photos') }} />
        <OrderFields order={order} side="verify" />
      </form>
    </Card>
  );
}

/** 免证通过: only where a piece is missing; the reason stays in the order's history. */
export function WaiverForm({ order, kept, nameOf, t }: Props) {
  const gaps = gapsOf(order);
  if (gaps.length === 0) return null;
  const view = refusedView(kept);
  const errors = kept?.form === 'pass' ? view.errors.filter(({ field }) => field === controls.waiver) : [];
  return (
    <FoldGroup label={t('verify.waiver.title')}>
      <Fold id={waiverFold} title={t('verify.waiver.title')} open>
        <div key={view.key} className="stack">
          <ErrorSummary title={t('common.error_summary', { count: errors.length })} errors={errors} />
          <PageTextArea
            {...view.field('waiver')}
            form={verdictForm}
            label={t('verify.waiver.reason', {
              kinds: gaps.map(({ kind }) => nameOf(kind)).join(t('work.finish.and')),
            })}
            hint={t('verify.waiver.hint', { count: limits.reasonMin })}
            rows={3}
            aria-required
            maxLength={limits.shortWords}
          />
          {/* Enter on a reason presses the first button of the form, and that must not pass. */}
          <button type="submit" hidden {...verdict(order, 'rework')} />
          <Button icon="seal-check" {...passing(order)}>
            {t('verify.waiver.send')}
          </Button>
        </div>
      </Fold>
    </FoldGroup>
  );
}

/** 申请回避: what concerns the verifier or their family goes to another one (R8). */
export function TieForm({ order, kept, t }: Omit<Props, 'nameOf'>) {
  const view = formView('tie', kept, {});
  return (
    <Fold title={t('verify.tie.title')} open={view.refused}>
      <form key={view.key} action={tieAction} className="stack">
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        <p>{t('verify.tie.rule')}</p>
        <Button kind="brown" icon="users">
          {t('verify.tie.send')}
        </Button>
        <OrderFields order={order} side="verify" />
      </form>
    </Fold>
  );
}

/**
 * 退回 and 验单通过 under one thumb, held for ten seconds where there is script. 通过 is closed while a piece is missing,
 * and the line above says which one and what to do. `held`: a verdict of this browser is on its way already.
 */
export function VerdictBar(props: Omit<Props, 'kept'> & { by: string; mode: Mode; held: VerdictForm | null }) {
  const { order, nameOf, by, mode, held, t } = props;
  const gaps = gapsOf(order);
  const kinds = gaps.map(({ kind }) => nameOf(kind)).join(t('work.finish.and'));
  return (
    <VerdictHold
      by={by}
      code={order.code}
      version={order.version}
      held={held}
      anew={`${orderPath('verify', order.code)}?again=1`}
      least={limits.reasonMin}
      // Larger type is for those who read slowly: nothing happens there by itself (2.2.1).
      counts={mode === 'standard'}
      texts={holdTexts(t)}
      icons={{ undo: <Icon name="undo" />, send: <Icon name="check" /> }}
      note={
        gaps.length > 0 && (
          <p className="verdict-note" id={passNote}>
            <b className="ink-cinnabar">{t('verify.pass_needs', { kinds })}</b>{' '}
            <a href={`#${waiverFold}`}>{t('verify.pass_waiver')}</a>
          </p>
        )
      }
    >
      <Button kind="brown" icon="undo" {...verdict(order, 'rework')}>
        {t('verify.rework.send')}
      </Button>
      {gaps.length > 0 ? (
        <Button type="button" disabled icon="seal" aria-describedby={passNote}>
          {t('verify.pass')}
        </Button>
      ) : (
        <Button icon="seal-check" {...passing(order)}>
          {t('verify.pass')}
        </Button>
      )}
    </VerdictHold>
  );
}
