import type { Photo } from '@/components/photo-strip';
import type { Translate } from '../_shell/translate';

/** Photos of an order as thumbnails that open the whole picture. */
export const orderPhotos = (ids: readonly string[], by: 'by_resident' | 'by_handler', t: Translate): Photo[] =>
  ids.map((id, index) => ({
    src: `/photos/${id}?size=thumb`,
    href: `/photos/${id}`,
    alt: t(`common.photo.${by}`, { n: index + 1, total: ids.length }),
  }));
