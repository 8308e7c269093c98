import { Tick } from '@/components/choice-fields';
import { PageFileField } from '@/components/page-file-field';
import { PageTextArea } from '@/components/page-text-area';
import { limits } from '@/lib/orders/input';
import type { FormView } from './form-values';
import { KeptPhotos } from './kept-photos';
import { ReplyReview, reviewFields } from './reply-review';
import type { Translate } from './translate';

/** Fields of 备注 → their controls, for `formView`. */
export const noteControls = { words: 'note-words', 'photo.photo': 'photo.photo-note' };

/** What a note is made of, at the desk and on site: words, photos if there are any, and whether the resident reads it. */
export function NoteFields({ view, t }: { view: FormView; t: Translate }) {
  return (
    <>
      <PageTextArea
        {...view.field('words')}
        id="note-words"
        label={t('work.note.words')}
        rows={3}
        required
        maxLength={limits.words}
      />
      <PageFileField
        name="photo.photo"
        id="photo.photo-note"
        icon="images"
        multiple
        label={t('work.note.photos')}
        note={t('common.optional')}
        error={view.error('photo.photo')}
      />
      <KeptPhotos ids={view.list('kept.photo')} kind="photo" t={t} />
      <Tick
        name="toResident"
        value="true"
        label={t('work.note.to_resident')}
        checked={view.text('toResident') === 'true'}
      />
      <ReplyReview view={view} t={t} />
    </>
  );
}

/** What was posted of it, as the fields that the verb reads. */
export function noteInputFields(
  fields: Record<string, string | string[]>,
  photos: Record<string, string[]>,
): [name: string, value: string][] {
  const one = (name: string) => [fields[name] ?? ''].flat()[0] ?? '';
  return [
    ['words', one('words')],
    ['toResident', one('toResident')],
    ...reviewFields(fields),
    ...Object.values(photos).flatMap((ids) => ids.map((id): [string, string] => ['photos', id])),
  ];
}
