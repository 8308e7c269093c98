import { Button } from '@/components/button';
import { RadioCards, Tick } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { PageTextArea } from '@/components/page-text-area';
import { limits } from '@/lib/orders/input';
import type { OrderDetail } from '@/lib/orders/queries/get-order';
import { formView } from '../_shell/form-values';
import type { KeptForm } from '../_shell/kept';
import { NoteFields, noteControls } from '../_shell/note-fields';
import type { Translate } from '../_shell/translate';
import { Fold } from './fold';
import { OrderFields } from './order-fields';
import { sides, type TaskSide } from './sides';
import { contactAction, releaseAction } from './task-actions';
import { KeptTask, KeptWords } from './task-outbox';

export interface FormProps {
  order: OrderDetail;
  side: TaskSide;
  kept: KeptForm | null;
  /** The fold that a link asked for. */
  wanted?: string | string[];
  personId: string;
  t: Translate;
}

/** 联系居民: how, and whether anybody answered; inside the accept limit it counts as the response. */
export function ContactForm({ order, side, kept, wanted, personId, t }: FormProps) {
  const view = formView('contact', kept, { how: 'how', reached: 'reached', words: 'contact-words' });
  return (
    <Fold id="contact" title={t('work.contact.title')} open={view.refused || wanted === 'contact'}>
      <form key={view.key} action={contactAction} data-typed={`contact/${order.code}`} className="stack">
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        <RadioCards
          name="how"
          label={t('work.contact.how')}
          row
          required
          choices={(['phone', 'visit', 'message'] as const).map((how) => ({
            value: how,
            label: t(`work.contact.${how}`),
          }))}
          value={view.text('how', 'phone')}
          error={view.error('how')}
        />
        <RadioCards
          name="reached"
          label={t('work.contact.reached')}
          row
          required
          choices={['true', 'false'].map((value) => ({ value, label: t(`work.contact.reached_${value}`) }))}
          value={view.text('reached')}
          error={view.error('reached')}
        />
        <PageTextArea
          {...view.field('words')}
          id="contact-words"
          label={t('work.contact.words')}
          note={t('common.optional')}
          rows={2}
          maxLength={limits.shortWords}
        />
        <Button kind="outline" icon="phone">
          {t('work.contact.send')}
        </Button>
        <KeptWords personId={personId} t={t} />
        <OrderFields order={order} side={side} />
      </form>
    </Fold>
  );
}

/** 备注: words, photos if there are any; the resident reads it only when ticked. No clock is touched. */
export function NoteForm({ order, side, kept, wanted, personId, t }: FormProps) {
  const view = formView('note', kept, noteControls);
  return (
    <Fold id="note" title={t('work.note.title')} open={view.refused || wanted === 'note'}>
      <form
        key={view.key}
        action={`${sides[side].base}/evidence/${order.code}/note`}
        method="post"
        encType="multipart/form-data"
        className="stack"
      >
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        <NoteFields view={view} t={t} />
        <Button kind="outline" icon="pencil">
          {t('work.note.send')}
        </Button>
        <KeptTask form="note" personId={personId} code={order.code} t={t} />
        <OrderFields order={order} side={side} />
      </form>
    </Fold>
  );
}

/** 让单: nothing is lost by it, and sooner is kinder (志愿服务条例 22). */
export function ReleaseForm({ order, side, kept, wanted, personId, t }: FormProps) {
  const view = formView('release', kept, { reason: 'release-reason' });
  return (
    <Fold id="release" title={t('work.release.title')} open={view.refused || wanted === 'release'}>
      <form key={view.key} action={releaseAction} data-typed={`release/${order.code}`} className="stack">
        <p>{t('work.release.rule')}</p>
        <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
        <PageTextArea
          {...view.field('reason')}
          id="release-reason"
          label={t('work.release.reason')}
          hint={t('work.release.reason_hint')}
          rows={2}
          required
          maxLength={limits.shortWords}
        />
        <Tick name="tie" value="true" label={t('work.release.tie')} checked={view.text('tie') === 'true'} />
        <Button kind="brown" icon="undo">
          {t('work.release.send')}
        </Button>
        <KeptWords personId={personId} t={t} />
        <OrderFields order={order} side={side} />
      </form>
    </Fold>
  );
}
