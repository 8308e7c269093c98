import { RadioCards, Tick } from '@/components/choice-fields';
import { TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import { formatWhen } from '../../_order/when';
import { KeyHint, pressed } from '../key-hint';
import type { NewOrderProps } from './new-order-form';

/** How it came, and under which name: mostly as they stand, so they come before the field where typing begins. */
export function OriginFields({ entry, view, t }: NewOrderProps) {
  const [only, ...others] = entry.channels;
  if (entry.isOwn) return <input type="hidden" name="channel" value={only} />;
  return (
    <section className="card new-origin" aria-label={t('proxy.said.title')}>
      {others.length === 0 ? (
        <input type="hidden" name="channel" value={only} />
      ) : (
        <RadioCards
          name="channel"
          label={t('proxy.said.channel')}
          row
          choices={entry.channels.map((channel) => ({ value: channel, label: t(`channel.${channel}`) }))}
          value={view.text('channel', only)}
          error={view.error('channel')}
        />
      )}
      <RadioCards
        name="naming"
        label={t('proxy.person.naming')}
        row
        choices={(['named', 'confidential', 'anonymous'] as const).map((naming) => ({
          value: naming,
          label: t(`proxy.person.${naming}`),
        }))}
        value={view.text('naming') || 'named'}
      />
    </section>
  );
}

/** Who speaks, then the notice that is read out and its tick: one key, whose time is kept. */
export function PersonFields({ entry, data, view, consentAt, now, locale, t }: NewOrderProps) {
  if (entry.isOwn) return null;
  // On a phone the keyboard would cover what is to be read first.
  const begins = entry.name === 'desk' && !view.refused && data.preview === null;
  return (
    <section className="card stack" aria-labelledby="person">
      <h2 id="person">{t('proxy.person.title')}</h2>
      <div className="new-pair">
        <TextField
          name="spokenBy"
          label={t('proxy.person.name')}
          note={
            <>
              {t('common.optional')} <KeyHint keys="Alt 1" />
            </>
          }
          {...pressed('1')}
          autoFocus={begins}
          maxLength={limits.name}
          autoComplete="off"
          defaultValue={view.text('spokenBy', '')}
          error={view.error('spokenBy')}
        />
        <TextField
          name="phone"
          type="tel"
          inputMode="tel"
          label={t('desk.field.phone')}
          note={
            <>
              {t('common.optional')} <KeyHint keys="Alt 2" />
            </>
          }
          {...pressed('2')}
          autoComplete="off"
          defaultValue={view.text('phone', '')}
          error={view.error('phone')}
        />
      </div>
      <p className="hint">{t('proxy.person.phone_hint')}</p>
      <p className="request-words small">{t('proxy.consent.notice', { who: entry.name })}</p>
      {view.error('consent') && (
        <p className="error" id="consent-error">
          {t('proxy.consent.missing')}
        </p>
      )}
      <Tick
        name="consent"
        label={
          <>
            {t('proxy.consent.tick')} <KeyHint keys="Alt 3" />
            {consentAt && <span className="quiet small"> {formatWhen(Date.parse(consentAt), now, locale)}</span>}
          </>
        }
        keys={pressed('3')}
        checked={view.text('consent') === 'yes'}
        required
      />
      {consentAt && <input type="hidden" name="consentAt" value={consentAt} />}
    </section>
  );
}
