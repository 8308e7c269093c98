import { Button } from '@/components/button';
import { RadioCards, Tick } from '@/components/choice-fields';
import { ErrorSummary } from '@/components/error-summary';
import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import { SelectField, TextArea, TextField } from '@/components/text-fields';
import { newId } from '@/lib/kernel/ids';
import { limits } from '@/lib/orders/input';
import { knownBy } from '@/lib/orders/status';
import type { FormView } from '../../_shell/form-values';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import type { NewOrderData } from './load-new-order';
import { MoreFields } from './new-order-more';
import { ItemChoice, PlaceFound, PreviewNotes } from './new-order-preview';
import { proxyChannels } from './proxy-channels';

export const newOrderControls: Record<string, string> = {
  words: 'words',
  channel: 'channel',
  knownBy: 'knownBy',
  item: 'item',
  otherItem: 'otherItem',
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

export interface NewOrderProps {
  data: NewOrderData;
  view: FormView;
  photoIds: string[];
  consentAt?: string;
  now: number;
  locale: Locale;
  t: Translate;
}

function PlaceFields({ data, view, locale, t }: NewOrderProps) {
  const options = data.buildings.flatMap(({ cell, areas }) => {
    const group = rowName(locale, cell);
    const whole = { value: cell.code, label: t('proxy.place.whole_cell', { cell: group }), group };
    return [whole, ...areas.map((area) => ({ value: area.code, label: rowName(locale, area), group }))];
  });
  return (
    <section className="card stack" aria-labelledby="place">
      <h2 id="place">{t('proxy.place.title')}</h2>
      <TextField
        name="address"
        label={t('proxy.place.address')}
        hint={t('proxy.place.address_hint')}
        maxLength={200}
        autoComplete="off"
        defaultValue={view.text('address', '')}
        error={view.error('address')}
      />
      <SelectField
        name="areaCode"
        label={t('proxy.place.select')}
        note={t('common.optional')}
        hint={t('proxy.place.select_hint')}
        empty={t('proxy.place.by_address')}
        options={options}
        defaultValue={view.text('areaCode', '')}
      />
      <TextField
        name="detail"
        label={t('proxy.place.detail')}
        note={t('common.optional')}
        hint={t('proxy.place.detail_hint')}
        maxLength={limits.detail}
        defaultValue={view.text('detail', '')}
        error={view.error('detail')}
      />
      <PlaceFound found={data.found} locale={locale} t={t} />
    </section>
  );
}

function PersonFields({ view, consentAt, t }: NewOrderProps) {
  return (
    <section className="card stack" aria-labelledby="person">
      <h2 id="person">{t('proxy.person.title')}</h2>
      <TextField
        name="spokenBy"
        label={t('proxy.person.name')}
        note={t('common.optional')}
        maxLength={limits.name}
        autoComplete="off"
        defaultValue={view.text('spokenBy', '')}
        error={view.error('spokenBy')}
      />
      <Tick name="anonymous" label={t('proxy.person.anonymous')} checked={view.text('anonymous') === 'yes'} />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        label={t('desk.field.phone')}
        note={t('common.optional')}
        hint={t('proxy.person.phone_hint')}
        autoComplete="off"
        defaultValue={view.text('phone', '')}
        error={view.error('phone')}
      />
      <Tick name="confidential" label={t('proxy.person.confidential')} checked={view.text('confidential') === 'yes'} />
      <div className="request-words small">{t('proxy.consent.notice')}</div>
      {view.error('consent') && (
        <p className="error" id="consent-error">
          {t('proxy.consent.missing')}
        </p>
      )}
      <Tick name="consent" label={t('proxy.consent.tick')} checked={view.text('consent') === 'yes'} required />
      {consentAt && <input type="hidden" name="consentAt" value={consentAt} />}
    </section>
  );
}

/** 代点单 in the order in which it is said: how it came, the words, what it is, where, who, then the slip. */
export function NewOrderForm(props: NewOrderProps) {
  const { data, view, now, locale, t } = props;
  return (
    <form key={view.key} method="post" action="/desk/new/submit" encType="multipart/form-data" className="stack">
      <input type="hidden" name="clientId" value={view.text('clientId') || newId()} />
      <ErrorSummary title={t('common.error_summary', { count: view.errors.length })} errors={view.errors} />
      <div className="cols">
        <div className="stack">
          <section className="card stack" aria-labelledby="said">
            <h2 id="said">{t('proxy.said.title')}</h2>
            <RadioCards
              name="channel"
              label={t('proxy.said.channel')}
              row
              choices={proxyChannels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
              value={view.text('channel', 'hall')}
              error={view.error('channel')}
            />
            <RadioCards
              name="knownBy"
              label={t('proxy.said.known_by')}
              row
              choices={knownBy.map((by) => ({ value: by, label: t(`proxy.known_by.${by}`) }))}
              value={view.text('knownBy', 'in_person')}
              error={view.error('knownBy')}
            />
            <TextArea
              name="words"
              label={t('proxy.said.words')}
              hint={t('proxy.said.words_hint')}
              rows={4}
              required
              maxLength={limits.words}
              defaultValue={view.text('words', '')}
              error={view.error('words')}
            />
            <PreviewNotes data={data} now={now} locale={locale} t={t} />
            <ItemChoice data={data} view={view} locale={locale} t={t} />
            <p>
              <Button name="do" value="check" kind="outline" icon="search" formNoValidate>
                {t('proxy.check')}
              </Button>
            </p>
          </section>
          <PlaceFields {...props} />
        </div>
        <div className="stack">
          <PersonFields {...props} />
          <MoreFields {...props} />
          <p className="btn-row">
            <Button name="do" value="submit" icon="printer" large>
              {t('proxy.submit')}
            </Button>
            <Button name="do" value="check" kind="outline" formNoValidate>
              {t('proxy.check_again')}
            </Button>
          </p>
          <Notice kind="info">{t('proxy.who_rates')}</Notice>
        </div>
      </div>
    </form>
  );
}
