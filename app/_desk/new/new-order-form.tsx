import { Button } from '@/components/button';
import { ErrorSummary } from '@/components/error-summary';
import { Notice } from '@/components/notice';
import { KeepTyped } from '@/components/outbox/keep-typed';
import { PageTextArea } from '@/components/page-text-area';
import type { Locale } from '@/components/preferences';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/orders/input';
import type { FormView } from '../../_shell/form-values';
import type { Translate } from '../../_shell/translate';
import { KeyHint, pressed } from '../key-hint';
import type { NewOrderData } from './load-new-order';
import { ChatFields, ChatTaken } from './new-order-chat';
import { MoreFields } from './new-order-more';
import { OriginFields, PersonFields } from './new-order-person';
import { PlaceFields } from './new-order-place';
import { DangerNote, ItemChoice, PreviewNotes } from './new-order-preview';
import type { Entry } from './proxy-channels';

export const newOrderControls: Record<string, string> = {
  words: 'words',
  chat: 'chat',
  speaker: 'speaker',
  summary: 'summary',
  channel: 'channel',
  knownBy: 'knownBy',
  item: 'item',
  otherItem: 'otherItem',
  same: 'same',
  also: 'also',
  address: 'address',
  detail: 'detail',
  spokenBy: 'spokenBy',
  phone: 'phone',
  consent: 'consent',
  aboutUnit: 'aboutUnit',
  aboutWords: 'aboutWords',
  shiftStartsAt: 'shiftStartsAt',
  shiftEndsAt: 'shiftEndsAt',
  photos: 'photos',
};

/** What the fields are called that can be left out or written wrongly, for the summary above the form. */
export const newOrderLabels = (t: Translate): Record<string, string> => ({
  words: t('proxy.said.words'),
  chat: t('proxy.chat.chat'),
  speaker: t('proxy.chat.speaker'),
  channel: t('proxy.said.channel'),
  address: t('proxy.place.address'),
  detail: t('proxy.place.detail'),
  spokenBy: t('proxy.person.name'),
  phone: t('desk.field.phone'),
  consent: t('proxy.consent.tick'),
  aboutWords: t('desk.field.about_words'),
});

export interface NewOrderProps {
  /** Where it is written down. */
  entry: Entry;
  /** Who writes it down. */
  owner: string;
  data: NewOrderData;
  view: FormView;
  /** What those who work on the order will read, once the words were looked at. */
  summary?: string;
  photoIds: string[];
  consentAt?: string;
  now: number;
  locale: Locale;
  t: Translate;
}

/** What was said, as it was said; once it was looked at, also what the handler reads, and what it is. */
function SaidFields({ entry, data, view, summary, now, locale, t }: NewOrderProps) {
  const said = view.text('words', '');
  return (
    <section className="card stack" aria-labelledby="said">
      <h2 id="said">{t(entry.isOwn ? 'proxy.patrol.seen' : 'proxy.said.title')}</h2>
      <PageTextArea
        name="words"
        label={t(entry.isOwn ? 'proxy.patrol.words' : 'proxy.said.words')}
        note={<KeyHint keys="Alt 4" />}
        hint={t(entry.isOwn ? 'proxy.patrol.words_hint' : 'proxy.said.words_hint')}
        {...pressed('4')}
        rows={4}
        required
        maxLength={limits.words}
        defaultValue={said}
        error={view.error('words')}
      />
      <ChatTaken view={view} t={t} />
      <DangerNote data={data} t={t} />
      {data.preview && !entry.isOwn && (
        <>
          <PageTextArea
            name="summary"
            label={t('proxy.said.summary')}
            note={t('common.optional')}
            hint={t('proxy.said.summary_hint')}
            rows={2}
            maxLength={limits.words}
            defaultValue={summary ?? ''}
            error={view.error('summary')}
          />
          <input type="hidden" name="prefilled" value={summary === said ? said : ''} />
        </>
      )}
      <ItemChoice data={data} view={view} locale={locale} t={t} />
      <PreviewNotes data={data} view={view} now={now} locale={locale} t={t} />
      {entry.channels.includes('chat') && <ChatFields view={view} t={t} />}
    </section>
  );
}

/**
 * 代点单 in the order in which it is said: who, the notice, the words, what it is, where, then the slip. From the first
 * field to the slip no mouse is needed: access keys stand beside the labels, Enter in the address looks up, and
 * Ctrl+Enter or Alt+S saves.
 */
export function NewOrderForm(props: NewOrderProps) {
  const { view, t } = props;
  // With a keyboard nothing rare stands between the address and the slip; on a phone the photo comes before it is sent.
  const isDesk = props.entry.name === 'desk';
  return (
    <form key={view.key} method="post" action="/desk/new/submit" encType="multipart/form-data" className="stack">
      <input type="hidden" name="entry" value={props.entry.name} />
      <input type="hidden" name="clientId" value={view.text('clientId') || newId()} />
      {/* What Enter in a field presses, wherever other buttons stand. */}
      <button type="submit" name="do" value="check" formNoValidate hidden />
      <KeepTyped owner={props.owner} texts={{ words: t('outbox.words'), photos: t('outbox.photos') }} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      <OriginFields {...props} />
      <div className="cols">
        <div className="stack">
          <PersonFields {...props} />
          <SaidFields {...props} />
        </div>
        <div className="stack">
          <PlaceFields {...props} />
          {!isDesk && <MoreFields {...props} />}
          <p className="btn-row">
            <Button name="do" value="submit" icon={isDesk ? 'printer' : 'send'} large {...pressed('s')} data-send>
              {t(`proxy.submit.${props.entry.name}`)} <KeyHint keys="Alt S" onDark />
            </Button>
          </p>
          {isDesk && <MoreFields {...props} />}
          {!props.entry.isOwn && <Notice kind="info">{t('proxy.who_rates')}</Notice>}
        </div>
      </div>
    </form>
  );
}
