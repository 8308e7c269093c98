export interface Photo {
  src: string;
  /** What a reader who does not see it should know: 居民上传的照片 1/3, or the staff's caption. */
  alt: string;
  /** The full picture; the thumbnail is then a link. */
  href?: string;
}

/** Thumbnails of 92 px in a row; each opens the full picture on a page of its own. */
export function PhotoStrip({ photos }: { photos: Photo[] }) {
  if (photos.length === 0) return null;
  return (
    <ul className="photos">
      {photos.map((photo) => {
        // biome-ignore lint/performance/noImgElement: uploads are re-encoded to size; next/image writes inline styles, which the CSP forbids
        const picture = <img src={photo.src} alt={photo.alt} width={92} height={92} loading="lazy" decoding="async" />;
        return <li key={photo.src}>{photo.href ? <a href={photo.href}>{picture}</a> : picture}</li>;
      })}
    </ul>
  );
}
