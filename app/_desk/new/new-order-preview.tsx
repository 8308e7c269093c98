import { RadioCards } from '@/components/choice-fields';
import { Facts } from '@/components/facts';
import { Notice } from '@/components/notice';
import type { Locale } from '@/components/preferences';
import { SelectField } from '@/components/text-fields';
import { formatWhen } from '../../_order/when';
import type { FormView } from '../../_shell/form-values';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';
import { SimilarLine } from '../merge/similar-panel';
import { itemOptions } from '../queue-filter';
import type { FoundPlace, NewOrderData } from './load-new-order';
import { notSame } from './new-order';

interface Props {
  data: NewOrderData;
  locale: Locale;
  t: Translate;
}

/** Words of danger: whom to call, before anything is registered. */
export function DangerNote({ data, t }: Pick<Props, 'data' | 't'>) {
  const calls = data.preview?.emergencies ?? [];
  if (calls.length === 0) return null;
  return (
    <Notice kind="bad">
      <b>{t('proxy.preview.danger')}</b>{' '}
      {calls.map(({ word, call }) => t('proxy.preview.call', { word, call })).join(' ')}
    </Notice>
  );
}

/** What the words mean for the order: urgency and what would be promised for the item that is chosen, orders like it. */
export function PreviewNotes({ data, view, locale, t, now }: Props & { view: FormView; now: number }) {
  const { preview, similar } = data;
  if (!preview) return null;
  return (
    <div className="stack-tight">
      <Facts
        facts={[
          { name: t('desk.field.item'), value: `${preview.item.code} ${rowName(locale, preview.item)}` },
          {
            name: t('desk.field.urgency'),
            value: `${t(`desk.urgency.${preview.urgency}`)}${preview.urgency === 'U1' || preview.urgency === 'U2' ? ` · ${t('proxy.preview.by_rule')}` : ''}`,
          },
          {
            name: t('proxy.preview.promise'),
            value: preview.promise
              ? t('proxy.preview.promised', {
                  accept: formatWhen(preview.promise.acceptBy, now, locale),
                  finish: formatWhen(preview.promise.finishBy, now, locale),
                })
              : t('proxy.preview.shift'),
          },
        ]}
      />
      {similar.length > 0 && (
        <>
          <p className="strong">{t('proxy.preview.similar', { count: similar.length })}</p>
          <ul className="stack">
            {similar.map((one) => (
              <li key={one.code} className="stack-tight">
                <SimilarLine {...{ one, now, locale, t }} />
              </li>
            ))}
          </ul>
          <SameChoice {...{ similar, view, t }} />
        </>
      )}
    </div>
  );
}

/** 是不是同一件: together with one of them, or told apart for good; without an answer the dispatcher looks. */
function SameChoice({ similar, view, t }: { similar: NewOrderData['similar']; view: FormView; t: Translate }) {
  const joinable = similar.flatMap(({ code, token }) => (token ? [{ code, token }] : []));
  return (
    <>
      {similar.map(({ code }) => (
        <input key={code} type="hidden" name="beside" value={code} />
      ))}
      <RadioCards
        name="same"
        label={t('proxy.preview.same')}
        choices={[
          ...joinable.map(({ code, token }) => ({ value: token, label: t('proxy.preview.joins', { code }) })),
          { value: notSame, label: t('proxy.preview.apart') },
        ]}
        value={view.text('same')}
      />
    </>
  );
}

/** 还牵涉: the other readings of the same words; the order is dispatched by the first, the second is not forgotten. */
function AlsoChoice({ data, view, locale, t }: Props & { view: FormView }) {
  const { preview } = data;
  const others = (preview?.suggestions ?? []).filter(({ because }) => because.length > 0);
  if (others.length < 2) return null;
  return (
    <SelectField
      {...view.field('also')}
      label={t('proxy.item.also')}
      note={t('common.optional')}
      empty={t('proxy.item.also_none')}
      options={others.map(({ item }) => ({ value: item.code, label: `${item.code} ${rowName(locale, item)}` }))}
    />
  );
}

/** The suggested items with the words that spoke for them, and every other one. Without a choice the words decide. */
export function ItemChoice({ data, view, locale, t }: Props & { view: FormView }) {
  const suggested = data.preview?.suggestions ?? [];
  const select = (
    <SelectField
      {...view.field('otherItem')}
      label={suggested.length > 0 ? t('proxy.item.other') : t('desk.field.item')}
      note={t('common.optional')}
      empty={suggested.length > 0 ? t('proxy.item.none') : t('proxy.item.by_words')}
      options={itemOptions(data.items, data.categories, locale)}
    />
  );
  if (suggested.length === 0) {
    return (
      <>
        <input type="hidden" name="item" value="other" />
        {select}
      </>
    );
  }
  const chosen = view.text('item');
  const isOther = chosen === 'other' && Boolean(view.text('otherItem'));
  return (
    <>
      <RadioCards
        name="item"
        label={t('proxy.item.suggested')}
        choices={[
          ...suggested.map(({ item, because }) => ({
            value: item.code,
            label: (
              <>
                {item.code} {rowName(locale, item)}
                <span className="choice-why">
                  {because.length > 0
                    ? t('proxy.item.because', { words: because.join(t('proxy.item.and')) })
                    : t('proxy.item.nothing_fits')}
                </span>
              </>
            ),
            aside: t(`desk.urgency.${item.urgency}`),
          })),
          { value: 'other', label: t('proxy.item.choose_other') },
        ]}
        value={isOther ? 'other' : chosen && chosen !== 'other' ? chosen : data.preview?.item.code}
        error={view.error('item')}
      />
      {select}
      <AlsoChoice {...{ data, view, locale, t }} />
    </>
  );
}

/** The cell that the place was found in, and who works there, before anything is sent. */
export function PlaceFound({ found, locale, t }: { found: FoundPlace; locale: Locale; t: Translate }) {
  const { place, cell, worker, refusal } = found;
  if (refusal) return <Notice kind="bad">{refusal}</Notice>;
  if (!place) return null;
  const label = locale === 'en' ? place.labelEn : place.labelZh;
  const door = locale === 'en' ? place.doorEn : place.doorZh;
  return (
    <Notice kind={place.exact ? 'done' : 'wait'}>
      {t('proxy.place.found', {
        place: [label, door].filter(Boolean).join(' '),
        cell: cell ? rowName(locale, cell) : '',
      })}{' '}
      {worker &&
        t('proxy.place.worker', {
          name: locale === 'en' ? (worker.nameEn ?? worker.name) : worker.name,
          phone: worker.phone ?? '',
        })}{' '}
      {!place.exact && t('proxy.place.inexact')}
    </Notice>
  );
}
