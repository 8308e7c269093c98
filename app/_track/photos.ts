import type { Photo } from '@/components/photo-strip';
import type { Translate } from '../_shell/translate';
import type { Viewer } from './viewer';

type OrderPhoto = Viewer['order']['photos'][number];

/** Photos of the order as thumbnails, under the address that this viewer has it by. */
export function photosOf({ order, handle }: Viewer, t: Translate, wanted: (photo: OrderPhoto) => boolean): Photo[] {
  const photos = order.photos.filter(wanted);
  return photos.map(({ id, kind }, at) => ({
    src: `/t/${handle}/photo/${id}?size=thumb`,
    href: `/t/${handle}/photo/${id}`,
    alt: t(kind === 'requester' ? 'common.photo.by_resident' : 'common.photo.by_handler', {
      n: at + 1,
      total: photos.length,
    }),
  }));
}
