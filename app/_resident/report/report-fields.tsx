import { LinkButton } from '@/components/button';
import { RadioCards, Tick } from '@/components/choice-fields';
import { Icon } from '@/components/icon';
import { Notice } from '@/components/notice';
import { PageFileField } from '@/components/page-file-field';
import { PageTextArea } from '@/components/page-text-area';
import { PhotoStrip } from '@/components/photo-strip';
import { SelectField, TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import type { Translate } from '../../_shell/translate';
import { namingOf, namings } from './fields';
import { PlaceHere } from './live-report';
import type { ReportData } from './load-report';
import type { ReportView } from './view';

export interface FieldsProps {
  view: ReportView;
  data: ReportData;
  t: Translate;
}

/** The photos that were already taken over, as hidden fields, so that the form is whole without the cookie. */
export function KeptPhotos({ view }: Pick<FieldsProps, 'view'>) {
  return view.photoIds.map((id) => <input key={id} type="hidden" name="kept" value={id} />);
}

/** This form was sent already: where that one is, and that sending again makes another. */
export function SentBefore({ view, t }: Pick<FieldsProps, 'view' | 't'>) {
  const first = view.text('anew');
  if (!first) return null;
  return (
    <div id="sent-before">
      <input type="hidden" name="anew" value={first} />
      <Notice kind="wait">
        <b>{t('report.sent_before.title')}</b>
        <br />
        {t('report.sent_before.words')}
      </Notice>
      <p className="btn-row">
        <LinkButton href={`/t/${first}`} kind="outline">
          {t('report.sent_before.first')}
        </LinkButton>
      </p>
    </div>
  );
}

export function PhotoFields({ view, t }: FieldsProps) {
  const total = view.photoIds.length;
  const free = limits.requestPhotos - total;
  const wrong = view.error('photos');
  return (
    <fieldset className="stack-tight">
      <legend className="label">
        {t('report.photo.label')}
        <span className="label-note">{t('report.photo.note', { most: limits.requestPhotos })}</span>
      </legend>
      {total > 0 && (
        <>
          <Notice kind="done">{t('report.photo.kept', { count: total })}</Notice>
          <PhotoStrip
            photos={view.photoIds.map((id, at) => ({
              src: `/photos/${id}?size=thumb`,
              href: `/photos/${id}`,
              alt: t('common.photo.by_resident', { n: at + 1, total }),
            }))}
          />
          <Tick name="dropPhotos" label={t('report.photo.drop')} />
        </>
      )}
      {free > 0 && (
        <div className="photo-ways">
          <PageFileField name="camera" id="photos" label={t('report.photo.camera')} capture error={wrong} />
          <PageFileField name="album" label={t('report.photo.album')} icon="images" multiple />
        </div>
      )}
    </fieldset>
  );
}

/**
 * `instead`: what the report would say if nothing were typed, in elder mode; then it may be left empty. No `maxlength`: it
 * would cut a long paste in silence, while the server says that it is too long and hands all of it back.
 */
export function WordsField({ view, t, instead }: FieldsProps & { instead?: string }) {
  return (
    <PageTextArea
      name="words"
      label={instead === undefined ? t('report.words.label') : t('report.say.label')}
      hint={
        instead === undefined
          ? t('report.words.hint')
          : instead
            ? t('report.say.hint', { words: instead })
            : t('report.say.hint_other')
      }
      rows={5}
      required={!instead}
      defaultValue={view.text('words')}
      error={view.error('words')}
    />
  );
}

function AreaSelect({ view, data, t }: FieldsProps) {
  return (
    <SelectField
      name="area"
      label={data.point ? t('report.place.other') : t('report.place.label')}
      empty={t('report.place.choose')}
      options={data.places}
      required={!data.point}
      defaultValue={view.text('area')}
      error={view.error('area')}
    />
  );
}

/** The place that was scanned, and that it stands for the one of before. */
export function BySlip({ place, isMoved, t }: { place: string; isMoved: boolean; t: Translate }) {
  return <Notice kind="done">{t(isMoved ? 'report.place.by_slip_instead' : 'report.place.by_slip', { place })}</Notice>;
}

export function PlaceFields(props: FieldsProps) {
  const { view, data, t } = props;
  const elsewhere = view.text('area') !== '' || view.error('area') !== undefined;
  return (
    <>
      {data.community && <input type="hidden" name="community" value={data.community.code} />}
      {data.point && (
        <>
          <input type="hidden" name="point" value={data.point.code} />
          <BySlip place={data.point.name} isMoved={view.text('moved') !== ''} t={t} />
        </>
      )}
      {data.community === null ? (
        <TextField
          name="address"
          id="area"
          label={t('report.place.label')}
          hint={t('report.place.address_hint')}
          maxLength={200}
          required={!data.point}
          defaultValue={view.text('address')}
          error={view.error('address') ?? view.error('area')}
        />
      ) : data.point ? (
        <details className="fold" open={elsewhere}>
          <summary>{t('report.place.elsewhere')}</summary>
          <AreaSelect {...props} />
        </details>
      ) : (
        <AreaSelect {...props} />
      )}
      {data.community && (
        <>
          {(['here', 'lat', 'lng'] as const).map((name) => (
            <input key={name} type="hidden" name={name} defaultValue={view.text(name)} />
          ))}
          <PlaceHere
            icon={<Icon name="map-pin" />}
            texts={{
              ask: t('report.here.ask'),
              waiting: t('report.here.waiting'),
              found: t('report.here.found'),
              outside: t('report.here.outside'),
              failed: t('report.here.failed'),
            }}
          />
        </>
      )}
      <TextField
        name="detail"
        label={t('report.place.detail')}
        note={t('common.optional')}
        hint={t('report.place.detail_hint')}
        maxLength={limits.detail}
        defaultValue={view.text('detail')}
        error={view.error('detail')}
      />
    </>
  );
}

export function ItemField({ view, data, t }: FieldsProps) {
  return (
    <SelectField
      name="item"
      label={t('report.item.label')}
      note={t('common.optional')}
      empty={t('report.item.unknown')}
      options={data.items}
      defaultValue={view.text('item')}
      error={view.error('item')}
    />
  );
}

export function NamingFields({ view, t }: FieldsProps) {
  return (
    <>
      <RadioCards
        name="naming"
        label={t('report.naming.label')}
        choices={namings.map((naming) => ({
          value: naming,
          label: (
            <>
              <b>{t(`report.naming.${naming}`)}</b>
              <br />
              <span className="quiet small">{t(`report.naming.${naming}_means`)}</span>
            </>
          ),
        }))}
        value={namingOf(view.fields)}
        error={view.error('naming')}
      />
      <TextField
        name="phone"
        type="tel"
        inputMode="tel"
        autoComplete="tel-national"
        label={t('report.phone.label')}
        note={t('common.optional')}
        hint={t(
          view.text('lastPhone') && view.text('lastPhone') === view.text('phone')
            ? 'report.phone.last'
            : 'report.phone.hint',
        )}
        maxLength={20}
        defaultValue={view.text('phone')}
        error={view.error('phone')}
      />
      <TextField
        name="name"
        autoComplete="name"
        label={t('report.name.label')}
        note={t('common.optional')}
        hint={t('report.name.hint')}
        maxLength={limits.name}
        defaultValue={view.text('name')}
        error={view.error('name')}
      />
    </>
  );
}
