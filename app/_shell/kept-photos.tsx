import type { Translate } from './translate';

/** Photos that are stored already: shown, sent along, and left out by a tick. */
export function KeptPhotos({ ids, kind, t }: { ids: string[]; kind: string; t: Translate }) {
  if (ids.length === 0) return null;
  return (
    <div className="stack-tight">
      <p className="small strong">{t('work.finish.kept', { count: ids.length })}</p>
      <ul className="kept-photos">
        {ids.map((id, index) => (
          <li key={id}>
            <input type="hidden" name={`kept.${kind}`} value={id} />
            {/* biome-ignore lint/performance/noImgElement: uploads are re-encoded to size */}
            <img
              src={`/photos/${id}?size=thumb`}
              alt={t('common.photo.by_handler', { n: index + 1, total: ids.length })}
              width={92}
              height={92}
            />
            <label className="tick small">
              <input type="checkbox" name="drop" value={id} />
              <span>{t('work.finish.drop', { n: index + 1 })}</span>
            </label>
          </li>
        ))}
      </ul>
    </div>
  );
}
