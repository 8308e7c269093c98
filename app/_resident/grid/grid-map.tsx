import { BlockMap } from '@/components/block-map';
import type { Locale } from '@/components/preferences';
import { blockMap } from '@/lib/places/block-map';
import type { CellView } from '@/lib/places/queries/list-cells';
import { rowName } from '../../_shell/names';
import type { Translate } from '../../_shell/translate';

const size = { width: 460, height: 400, padding: 6 };

/** Short name on the map: C for C网格; the whole name stands in the title and in the list beneath. */
const shortName = (name: string) => name.replace(/网格$/, '').replace(/^Cell /, '');

/** The cells of a community as blocks, the one in question marked; each leads to its own card. */
export function GridMap(props: { cells: CellView[]; current?: string; locale: Locale; t: Translate }) {
  const { cells, current, locale, t } = props;
  const map = blockMap(cells, size);
  if (!map) return null;
  const byCode = new Map(cells.map((cell) => [cell.code, cell]));
  return (
    <div className="blockmap-where">
      <BlockMap
        label={t('grid.map')}
        viewBox={{ width: size.width, height: size.height }}
        cells={map.cells.flatMap(({ code, path, label }) => {
          const cell = byCode.get(code);
          if (!cell) return [];
          const name = rowName(locale, cell);
          return [
            {
              id: code,
              path,
              at: label,
              name: shortName(name),
              value: code === current ? 9 : 1,
              href: `/grid?area=${code}`,
              title: code === current ? t('grid.map_here', { cell: name }) : name,
              current: code === current,
            },
          ];
        })}
        sketchNote={t('common.map.sketch')}
      />
    </div>
  );
}
