import { Tick } from '@/components/choice-fields';
import { PageFileField } from '@/components/page-file-field';
import { PhotoStrip } from '@/components/photo-strip';
import { SelectField, TextField } from '@/components/text-fields';
import { limits } from '@/lib/orders/input';
import { knownBy } from '@/lib/orders/status';
import { rowName } from '../../_shell/names';
import { ShiftFields } from '../shift-fields';
import type { NewOrderProps } from './new-order-form';

/** Photos, and what only few orders have: whom a complaint is about, the hours of a shift. */
export function MoreFields({ entry, data, view, photoIds, locale, t }: NewOrderProps) {
  const touched = ['aboutUnit', 'aboutWords', 'shiftStartsAt', 'shiftEndsAt'].some((name) => view.text(name));
  return (
    <section className="card stack" aria-labelledby="more">
      <h2 id="more">{t('proxy.more.title')}</h2>
      <PageFileField
        name="photos"
        label={t('proxy.more.photos')}
        note={t('common.optional')}
        hint={t('proxy.more.photos_hint')}
        icon="images"
        multiple
        error={view.error('photos')}
      />
      {photoIds.map((id) => (
        <input key={id} type="hidden" name="kept" value={id} />
      ))}
      {photoIds.length > 0 && (
        <>
          <PhotoStrip
            photos={photoIds.map((id, i) => ({
              src: `/photos/${id}?size=thumb`,
              alt: t('common.photo.by_resident', { n: i + 1, total: photoIds.length }),
            }))}
          />
          <Tick name="dropPhotos" label={t('proxy.more.drop_photos')} />
        </>
      )}
      {!entry.isOwn && (
        <SelectField
          {...view.field('knownBy')}
          label={t('proxy.said.known_by')}
          note={t('common.optional')}
          empty={t('proxy.known_by_channel')}
          options={knownBy.map((by) => ({ value: by, label: t(`proxy.known_by.${by}`) }))}
        />
      )}
      <details className="fold" open={touched || Boolean(view.error('shiftEndsAt') ?? view.error('aboutUnit'))}>
        <summary>{t('proxy.more.rare')}</summary>
        <div className="stack">
          <SelectField
            {...view.field('aboutUnit')}
            label={t('desk.field.about_unit')}
            note={t('common.optional')}
            empty={t('desk.dispatch.about_nobody')}
            options={data.units.map((unit) => ({ value: unit.code, label: rowName(locale, unit) }))}
          />
          <TextField
            {...view.field('aboutWords')}
            label={t('desk.field.about_words')}
            note={t('common.optional')}
            maxLength={limits.shortWords}
          />
          <ShiftFields view={view} t={t} />
        </div>
      </details>
    </section>
  );
}
